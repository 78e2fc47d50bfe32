package nl.meldcode.adapter.web;

import java.util.Arrays;
import java.util.Optional;
import nl.meldcode.application.port.Tab;

/** The tabs that have a page, in their order. Titles name neither pupil nor kind of dossier. */
enum TabPage {
  OVERVIEW(Tab.OVERVIEW, "overzicht", "Overzicht", "Overview"),
  SIGNALS(Tab.SIGNALS, "signalen", "Signalen", "Signals"),
  CONSULTATION(Tab.CONSULTATION, "overleg", "Overleg", "Consultation"),
  PARENTS(Tab.PARENTS, "ouders", "Gesprek met ouders", "Talk with parents"),
  WEIGHING(Tab.WEIGHING, "wegen", "Wegen", "Weighing"),
  DECISION(Tab.DECISION, "beslissen", "Beslissen", "Decision"),
  AFTER_REPORT(Tab.AFTER_REPORT, "na-melding", "Na melding", "After the report"),
  LINKS(Tab.LINKS, "koppelingen", "Koppelingen", "Links"),
  LOG(Tab.LOG, "logboek", "Logboek", "Log"),
  WORK_LIST(Tab.WORK_LIST, "werklijst", "Wat moet ik doen", "What I have to do"),
  SCHOOL(Tab.SCHOOL, "register", "Register van het bestuur", "Register of the board"),
  LISTS(Tab.LISTS, "lijsten", "Lijsten van de school", "Lists of the school"),
  EMERGENCY(Tab.EMERGENCY, "noodtoegang", "Noodtoegang", "Emergency access"),
  DESTRUCTIONS(Tab.DESTRUCTIONS, "vernietiging", "Verzoeken en bewaren", "Requests and keeping"),
  FIGURES(Tab.FIGURES, "cijfers", "Cijfers van de school", "Figures of the school");

  private final Tab tab;
  private final String path;
  private final String dutch;
  private final String english;

  TabPage(Tab tab, String path, String dutch, String english) {
    this.tab = tab;
    this.path = path;
    this.dutch = dutch;
    this.english = english;
  }

  /** The page with that last part of its address. */
  static Optional<TabPage> at(String path) {
    return Arrays.stream(values()).filter(page -> page.path.equals(path)).findFirst();
  }

  /** The page of a tab. */
  static TabPage of(Tab tab) {
    return Arrays.stream(values()).filter(page -> page.tab == tab).findFirst().orElseThrow();
  }

  Tab tab() {
    return tab;
  }

  String path() {
    return path;
  }

  String dutch() {
    return dutch;
  }

  String english() {
    return english;
  }
}
