package nl.meldcode.acceptance.browser;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Work by the keyboard alone; each stop on the way must show that it has the focus. */
final class Keys {
  private static final int MOST_LOOKS = 60;

  /** In which order a day and a time are typed depends on the language of the browser. */
  private static final List<DateTimeFormatter> DAYS = patterns("ddMMuuuu", "MMdduuuu");

  private static final List<DateTimeFormatter> TIMES = patterns("HHmm", "hhmma");

  /**
   * The key that brings the focus nearer to the goal, and how often: nothing when it is there. Of
   * several radio buttons or tabs of one group only one is a stop, from which arrows go on. In a
   * page of the plugin each stop on the way must show the focus, and lie below nothing else.
   */
  private static final String NEXT =
      """
      target => {
        const stops = 'a[href], button, summary, input, select, textarea, [tabindex="0"]';
        const near = target.closest('a, button, summary, label, input, select, textarea') ?? target;
        const goal = near.control ?? near;
        const look = later => {
          const at = document.activeElement;
          const ring = getComputedStyle(at);
          const box = at.getBoundingClientRect();
          const upper = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
          const below = upper && ![upper, upper.closest('label')].some(x => x?.contains(at)) && !at.contains(upper);
          const name = `${at.tagName} ${at.id || at.textContent.trim().slice(0, 40)}`;
          const unseen = ring.outlineStyle === 'none' || parseFloat(ring.outlineWidth) < 2;
          if (unseen && (later || at.matches(':focus-visible'))) {
            document.stopFault = `no sign of the focus: ${name}`;
          } else if (unseen) {
            setTimeout(() => at === document.activeElement && look(true));
          } else if (below) {
            document.stopFault = `the focus is below something: ${name}`;
          }
        };
        if (window !== top && !document.stopsWatched) {
          document.stopsWatched = true;
          document.addEventListener('focusin', () => look(false));
        }
        if (document.stopFault) {
          return '! ' + document.stopFault;
        }
        const active = document.activeElement;
        const known = document.hasFocus() && active !== document.body;
        if (known && active === goal) {
          return '';
        }
        if (known && (goal.type === 'radio' && active.type === 'radio' && active.name === goal.name
          || goal.role === 'tab' && active.role === 'tab' && active.parentElement === goal.parentElement)) {
          const group = [...document.querySelectorAll(goal.role === 'tab' ? '[role=tab]' : `input[name="${CSS.escape(goal.name)}"]`)];
          const by = group.indexOf(goal) - group.indexOf(active);
          return `${by < 0 ? 'ArrowLeft' : 'ArrowRight'} ${Math.abs(by)}`;
        }
        const groups = new Set();
        const all = [...document.querySelectorAll(stops)].filter(one => one === goal || one === active
          || one.checkVisibility() && one.tabIndex >= 0
          && (one.type !== 'radio' || !groups.has(one.name) && groups.add(one.name)));
        const by = all.indexOf(goal) - (known ? all.indexOf(active) : 0);
        return !known ? 'Tab 1' : `${by < 0 ? 'Shift+Tab' : 'Tab'} ${Math.max(1, Math.abs(by) - 2)}`;
      }""";

  private Keys() {}

  static void press(Locator what) {
    reach(what);
    keys(what).press("Enter");
  }

  static void fill(Locator field, String text) {
    reach(field);
    switch (String.valueOf(field.getAttribute("type"))) {
      case "date" -> parts(field, text, DAYS, LocalDate.parse(text));
      case "time" -> parts(field, text, TIMES, LocalTime.parse(text));
      default -> {
        keys(field).press("Control+a");
        keys(field).type(text);
      }
    }
    if (!field.inputValue().equals(text)) {
      throw new AssertionError("typed " + text + ", there is " + field.inputValue());
    }
  }

  /** Such a field has parts, and the focus may have come in by the last. */
  private static void parts(
      Locator field, String text, List<DateTimeFormatter> orders, TemporalAccessor value) {
    for (DateTimeFormatter order : orders) {
      if (!field.inputValue().equals(text)) {
        for (int part = 0; part < 3; part++) {
          keys(field).press("ArrowLeft");
        }
        keys(field).type(order.format(value));
      }
    }
  }

  static void check(Locator choice) {
    reach(choice);
    if (!choice.isChecked()) {
      keys(choice).press("Space");
    }
    if (!choice.isChecked()) {
      throw new AssertionError("Space does not choose " + choice);
    }
  }

  static void select(Locator list, String value) {
    reach(list);
    for (int i = 0; i < MOST_LOOKS && !list.inputValue().equals(value); i++) {
      boolean below =
          Boolean.TRUE.equals(
              list.evaluate(
                  "(one, to) => [...one.options].findIndex(x => x.value === to) > one.selectedIndex",
                  value));
      keys(list).press(below ? "ArrowDown" : "ArrowUp");
    }
  }

  private static void reach(Locator goal) {
    StringBuilder way = new StringBuilder();
    for (int i = 0; i < MOST_LOOKS; i++) {
      String next = String.valueOf(goal.evaluate(NEXT));
      if (next.isEmpty()) {
        return;
      }
      if (next.startsWith("!")) {
        throw new AssertionError(next);
      }
      way.append(", ").append(next);
      int space = next.indexOf(' ');
      for (int times = Integer.parseInt(next.substring(space + 1)); times > 0; times--) {
        keys(goal).press(next.substring(0, space));
      }
    }
    throw new AssertionError("the keyboard does not reach " + goal + way);
  }

  private static List<DateTimeFormatter> patterns(String first, String second) {
    return Stream.of(first, second)
        .map(one -> DateTimeFormatter.ofPattern(one, Locale.US))
        .toList();
  }

  private static Keyboard keys(Locator where) {
    return where.page().keyboard();
  }
}
