package nl.meldcode.conformance;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import nl.meldcode.conformance.Findings.Finding;

/** The sentences of the kit, in Dutch or English. */
final class Words {
  private final ResourceBundle bundle;

  private Words(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  static Words in(Locale locale) {
    Control exact = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    return new Words(ResourceBundle.getBundle("nl.meldcode.conformance.words", locale, exact));
  }

  /** The sentence with this key; a rule's own sentences have no places to fill. */
  String say(String key, Object... arguments) {
    String sentence = bundle.getString(key);
    return arguments.length == 0 ? sentence : new MessageFormat(sentence).format(arguments);
  }

  String say(Finding finding) {
    return say(finding.what().key(), finding.arguments().toArray());
  }

  String must(Rule rule) {
    return say(rule.id() + ".must");
  }

  String advice(Rule rule) {
    return say(rule.id() + ".do");
  }
}
