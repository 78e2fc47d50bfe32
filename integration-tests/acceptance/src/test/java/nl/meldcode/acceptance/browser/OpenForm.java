package nl.meldcode.acceptance.browser;

import static com.microsoft.playwright.options.AriaRole.BUTTON;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/** A form on the plugin's page, filled in as somebody does who sees the page. */
final class OpenForm {
  private static final String OK = "[data-outcome='%s'][data-recorded]:not([data-recorded='%s'])";

  private final FrameLocator plugin;
  private final Locator form;
  private final String name;

  OpenForm(FrameLocator plugin, Locator form) {
    this.plugin = plugin;
    this.form = form;
    this.name = form.getAttribute("data-form");
  }

  /** Types into a field. */
  OpenForm write(String field, String text) {
    control(field, ":is(textarea, input[type=text])").fill(text);
    return this;
  }

  /** What stands in a field. */
  String written(String field) {
    return control(field, ":is(textarea, input[type=text])").inputValue();
  }

  /** Fills in a day. */
  OpenForm on(String field, LocalDate day) {
    control(field, "input[type=date]").fill(day.toString());
    return this;
  }

  /** Fills in a time of the day. */
  OpenForm at(String field, LocalTime time) {
    control(field, "input[type=time]").fill(time.toString());
    return this;
  }

  /** Ticks a box that stands by itself. */
  OpenForm tick(String field) {
    control(field, "input[type=checkbox]").check();
    return this;
  }

  /** Chooses one of the answers. */
  OpenForm choose(String field, String value) {
    control(field, "input[value='" + value + "']").check();
    return this;
  }

  /** Chooses the last of the answers that are offered. */
  OpenForm chooseLast(String field) {
    form.locator("[data-field='" + field + "'] input").last().check();
    return this;
  }

  /** Chooses somebody from a list of people that may be ticked. */
  OpenForm choose(String field, UUID person) {
    return choose(field, person.toString());
  }

  /** Chooses from a list that folds out; the last one where the field holds several. */
  OpenForm pick(String field, UUID value) {
    form.locator("[data-field='" + field + "'] select").last().selectOption(value.toString());
    return this;
  }

  /** Gives the same answer, by its word, to every question of a sheet or list. */
  OpenForm everywhere(String field, String word) {
    Locator options =
        form.locator("[data-field='" + field + "']")
            .getByLabel(word, new Locator.GetByLabelOptions().setExact(true));
    options.first().waitFor();
    for (Locator option : options.all()) {
      option.check();
    }
    return this;
  }

  /** Answers one question of a sheet. */
  OpenForm answer(String question, String value) {
    String path = question.replace('.', '-');
    form.locator("input[name$='-" + path + "'][value='" + value + "']").check();
    return this;
  }

  /** Types into a field of a row or sheet, by the end of its id. */
  OpenForm writeAt(String path, String text) {
    form.locator("[id$='-" + path.replace('.', '-') + "']").fill(text);
    return this;
  }

  /** Chooses in a row, by the end of the id of its list. */
  OpenForm pickAt(String path, String value) {
    form.locator("select[id$='-" + path.replace('.', '-') + "']").selectOption(value);
    return this;
  }

  /** Adds a row to a list. */
  OpenForm add(String field) {
    form.locator("[data-field='" + field + "'] .mc-actions button").last().click();
    return this;
  }

  /** Ticks a box of a row, by the end of its id. */
  OpenForm tickAt(String path) {
    form.locator("[id$='-" + path.replace('.', '-') + "']").check();
    return this;
  }

  /** Presses a button of the form. */
  OpenForm press(String word) {
    button(word).click();
    return this;
  }

  /** Presses the button that records and waits until the page says that it is recorded. */
  void record(String button) {
    Locator done = outcome("ok");
    String earlier = done.count() == 0 ? "" : done.first().getAttribute("data-recorded");
    button(button).click();
    plugin.locator(OK.formatted(name, earlier)).waitFor();
  }

  /** Presses the button that records and returns what the page then objects. */
  String refused(String button) {
    button(button).click();
    return objection();
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
    return plugin.locator("[data-outcome='" + name + "'].mc-notice--" + kind);
  }

  private Locator button(String word) {
    return form.getByRole(BUTTON, new Locator.GetByRoleOptions().setName(word).setExact(true));
  }

  private Locator control(String field, String what) {
    return form.locator("[data-field='" + field + "'] " + what).first();
  }
}
