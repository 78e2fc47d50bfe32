package nl.meldcode.application.view;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.text.DutchDates;
import nl.meldcode.application.text.Texts;
import nl.meldcode.domain.access.Role;

/** Says things to one caller, in the caller's language. */
final class Words {
  private final Texts texts;
  private final Map<String, String> protocolTexts;
  private final Caller caller;
  private final LocalDate today;

  Words(Texts texts, Caller caller, LocalDate today) {
    this(texts, Map.of(), caller, today);
  }

  private Words(Texts texts, Map<String, String> protocolTexts, Caller caller, LocalDate today) {
    this.texts = texts;
    this.protocolTexts = protocolTexts;
    this.caller = caller;
    this.today = today;
  }

  /** The same with the texts that a protocol brings along. */
  Words with(Map<String, String> more) {
    return new Words(texts, more, caller, today);
  }

  String say(String key, Object... arguments) {
    String pattern = protocolTexts.get(key);
    return pattern == null
        ? texts.say(locale(), key, arguments)
        : new MessageFormat(pattern, locale()).format(arguments);
  }

  boolean knows(String key) {
    return protocolTexts.containsKey(key) || texts.has(key);
  }

  Locale locale() {
    return caller.locale();
  }

  LocalDate today() {
    return today;
  }

  String day(LocalDate day) {
    return DutchDates.shortDay(day, today);
  }

  /** The roles in words, joined by "of". */
  String roles(Collection<Role> roles) {
    return anyOf("view.role.", roles);
  }

  /** The same in the letters that a school uses, where the line is short. */
  String shortRoles(Collection<Role> roles) {
    return anyOf("view.short.", roles);
  }

  private String anyOf(String prefix, Collection<Role> roles) {
    List<String> words = roles.stream().sorted().map(role -> say(prefix + role)).toList();
    String or = " " + say("view.or") + " ";
    if (words.size() < 2) {
      return String.join(or, words);
    }
    String all = String.join(", ", words.subList(0, words.size() - 1));
    return all + or + words.get(words.size() - 1);
  }

  /** The name of the pupil. */
  String pupil() {
    return caller.around().pupil().name();
  }

  PersonRow staff(StaffId id) {
    String name =
        caller.around().staff().member(id).map(StaffMember::name).orElse(say("view.someone"));
    return new PersonRow(id.toString(), name);
  }

  /** What somebody does at school, such as "leerkracht groep 5". */
  String function(StaffMember member) {
    return member.roles().stream()
        .filter(role -> role.compareTo(Role.DIR) <= 0)
        .sorted()
        .map(role -> say("view.function." + role, caller.around().pupil().groupName()))
        .collect(Collectors.joining(", "));
  }
}
