package nl.meldcode.acceptance.browser;

import static com.microsoft.playwright.options.AriaRole.BUTTON;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/** A form on the plugin's page, filled in as somebody does who sees the page. */
final class OpenForm {
  private static final String OK = "[data-outcome='%s'][data-recorded]:not([data-recorded='%s'])";

  private final Screen screen;
  private final Locator form;
  private final String name;

  OpenForm(Screen screen, Locator form) {
    this.screen = screen;
    this.form = form;
    this.name = form.getAttribute("data-form");
  }

  /** Types into a field. */
  OpenForm write(String field, String text) {
    screen.fill(control(field, ":is(textarea, input[type=text])"), text);
    return this;
  }

  /** What stands in a field. */
  String written(String field) {
    return control(field, ":is(textarea, input[type=text])").inputValue();
  }

  /** Fills in a day. */
  OpenForm on(String field, LocalDate day) {
    screen.fill(control(field, "input[type=date]"), day.toString());
    return this;
  }

  /** Fills in a time of the day. */
  OpenForm at(String field, LocalTime time) {
    screen.fill(control(field, "input[type=time]"), time.toString());
    return this;
  }

  /** Ticks a box that stands by itself. */
  OpenForm tick(String field) {
    screen.check(control(field, "input[type=checkbox]"));
    return this;
  }

  /** Chooses one of the answers. */
  OpenForm choose(String field, String value) {
    screen.check(control(field, "input[value='" + value + "']"));
    return this;
  }

  /** Chooses the last of the answers that are offered. */
  OpenForm chooseLast(String field) {
    screen.check(form.locator("[data-field='" + field + "'] input").last());
    return this;
  }

  /** Chooses somebody from a list of people that may be ticked. */
  OpenForm choose(String field, UUID person) {
    return choose(field, person.toString());
  }

  /** Chooses from a list that folds out; the last one where the field holds several. */
  OpenForm pick(String field, UUID value) {
    screen.select(form.locator("[data-field='" + field + "'] select").last(), value.toString());
    return this;
  }

  /** Gives the same answer, by its word, to every question of a sheet or list. */
  OpenForm everywhere(String field, String word) {
    Locator options =
        form.locator("[data-field='" + field + "']")
            .getByLabel(word, new Locator.GetByLabelOptions().setExact(true));
    options.first().waitFor();
    for (Locator option : options.all()) {
      screen.check(option);
    }
    return this;
  }

  /** Answers one question of a sheet. */
  OpenForm answer(String question, String value) {
    String path = question.replace('.', '-');
    screen.check(form.locator("input[name$='-" + path + "'][value='" + value + "']"));
    return this;
  }

  /** Types into a field of a row or sheet, by the end of its id. */
  OpenForm writeAt(String path, String text) {
    screen.fill(form.locator("[id$='-" + path.replace('.', '-') + "']"), text);
    return this;
  }

  /** Chooses in a row, by the end of the id of its list. */
  OpenForm pickAt(String path, String value) {
    screen.select(form.locator("select[id$='-" + path.replace('.', '-') + "']"), value);
    return this;
  }

  /** Adds a row to a list. */
  OpenForm add(String field) {
    screen.press(form.locator("[data-field='" + field + "'] .mc-actions button").last());
    return this;
  }

  /** Ticks a box of a row, by the end of its id. */
  OpenForm tickAt(String path) {
    screen.check(form.locator("[id$='-" + path.replace('.', '-') + "']"));
    return this;
  }

  /** Presses a button of the form. */
  OpenForm press(String word) {
    screen.press(button(word));
    return this;
  }

  /** Presses the button that records and waits until the page says that it is recorded. */
  void record(String button) {
    recordBy(() -> screen.press(button(button)));
  }

  /** The same with a button that is clicked twice, by somebody who always does. */
  void recordByDoubleClick(String button) {
    recordBy(button(button)::dblclick);
  }

  private void recordBy(Runnable press) {
    Locator done = outcome("ok");
    String earlier = done.count() == 0 ? "" : done.first().getAttribute("data-recorded");
    press.run();
    screen.plugin().locator(OK.formatted(name, earlier)).waitFor();
    screen.awaitFocusIn("[data-outcome='" + name + "']");
  }

  /** Presses the button that records and returns what the page then objects. */
  String refused(String button) {
    screen.press(button(button));
    String objection = objection();
    screen.awaitFocusIn("[data-outcome='" + name + "']");
    return objection;
  }

  /** What the page objects. */
  String objection() {
    Locator error = outcome("error");
    error.waitFor();
    return error.innerText();
  }

  /** Waits until the page says that the draft is kept. */
  void keptAsDraft() {
    form.getByText("Concept bewaard om").waitFor();
  }

  private Locator outcome(String kind) {
    return screen.plugin().locator("[data-outcome='" + name + "'].mc-notice--" + kind);
  }

  private Locator button(String word) {
    return form.getByRole(BUTTON, new Locator.GetByRoleOptions().setName(word).setExact(true));
  }

  private Locator control(String field, String what) {
    return form.locator("[data-field='" + field + "'] " + what).first();
  }
}
