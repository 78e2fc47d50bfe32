package nl.meldcode.adapter.osgi;

import java.time.Clock;
import java.util.Optional;
import nl.meldcode.adapter.mail.SmtpMail;
import nl.meldcode.adapter.osgi.config.PluginSettings;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.Mail;
import nl.meldcode.application.port.Reminders;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.reminding.RemindByMail;
import nl.meldcode.application.text.Texts;
import nl.meldcode.application.view.Assessments;
import nl.meldcode.application.view.ReadWorkList;
import org.jspecify.annotations.Nullable;

/**
 * Reminders by mail, where the administrator wishes them.
 *
 * @param product how staff call the system in which they find their tasks
 */
record Reminding(Mail mail, Reminders kept, String product) {
  /** As it is configured; empty without a mail server. */
  static Optional<Reminding> of(PluginSettings.@Nullable Mail wish, Reminders kept, Clock clock) {
    return wish == null
        ? Optional.empty()
        : Optional.of(new Reminding(SmtpMail.to(wish.server(), clock), kept, wish.product()));
  }

  /** What reminds, of the real dossiers. */
  RemindByMail of(Dossiers real, Roster roster, Gate gate, Assessments assessments) {
    Texts texts = new Texts();
    ReadWorkList workList = new ReadWorkList(real, roster, gate, assessments, texts);
    return new RemindByMail(
        new RemindByMail.Parts(real, roster, workList, assessments, kept, mail, texts, gate),
        product);
  }
}
