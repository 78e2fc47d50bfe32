package nl.meldcode.adapter.osgi;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import nl.meldcode.adapter.mail.ReminderFile;
import nl.meldcode.adapter.mail.SmtpMail;
import nl.meldcode.adapter.mail.SmtpSettings;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.Mail;
import nl.meldcode.application.port.Reminders;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.reminding.RemindByMail;
import nl.meldcode.application.text.Texts;
import nl.meldcode.application.view.Assessments;
import nl.meldcode.application.view.ReadWorkList;

/**
 * Reminders by mail, where the administrator wishes them.
 *
 * @param product how staff call the system in which they find their tasks
 */
record Reminding(Mail mail, Reminders kept, String product) {
  private static final int LAST_PORT = 65_535;

  /**
   * As it is configured; empty without a mail server.
   *
   * @throws StartRefused when the configuration says what cannot be
   */
  static Optional<Reminding> of(PluginConfig config, Path data, Clock clock) {
    if (config.mailHost().isBlank()) {
      return Optional.empty();
    }
    check(config.mailPort() > 0 && config.mailPort() <= LAST_PORT, "mailPort is no port");
    check(config.mailFrom().matches("[^\\s<>@]+@[^\\s<>@]+"), "mailFrom is no address");
    check(!config.mailProduct().isBlank(), "mailProduct is not said");
    boolean password = !config.mailPasswordFile().isBlank();
    check(config.mailUser().isBlank() || password, "mailUser needs mailPasswordFile");
    SmtpSettings settings =
        new SmtpSettings(
            config.mailHost().strip(),
            config.mailPort(),
            config.mailUser().strip(),
            password ? Path.of(config.mailPasswordFile().strip()) : null,
            config.mailFrom().strip());
    return Optional.of(
        new Reminding(
            SmtpMail.to(settings, clock), ReminderFile.in(data), config.mailProduct().strip()));
  }

  /** What reminds, of the real dossiers. */
  RemindByMail of(Dossiers real, Roster roster, Gate gate, Assessments assessments) {
    Texts texts = new Texts();
    ReadWorkList workList = new ReadWorkList(real, roster, gate, assessments, texts);
    return new RemindByMail(
        new RemindByMail.Parts(real, roster, workList, assessments, kept, mail, texts, gate),
        product);
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new StartRefused(otherwise);
    }
  }
}
