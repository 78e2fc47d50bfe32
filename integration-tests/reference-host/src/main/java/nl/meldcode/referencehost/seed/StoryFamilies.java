package nl.meldcode.referencehost.seed;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.meldcode.referencehost.model.Authority;
import nl.meldcode.referencehost.model.RelationKind;
import nl.meldcode.referencehost.seed.Family.Child;
import nl.meldcode.referencehost.seed.Family.Guardian;
import org.jspecify.annotations.Nullable;

/** The families that acceptance scenarios speak of, and those with unusual custody. */
final class StoryFamilies {
  /** Family; children: name, gender, birth date, group; guardians: relation, name, authority. */
  private static final String TABLE =
      """
      Hendriks; Lotte female 2017-12-20 5;                          mother Ilse van Dam yes, father Jeroen Hendriks yes
      Mulder;   Daan male 2019-12-15 3;                             mother Sanne Mulder yes, father Rob Mulder yes
      Jonker;   Mila female 2015-12-10 7;                           mother Carla Jonker yes, father Pieter Jonker yes
      Verbeek;  Noor female 2016-12-12 6, Gijs male 2020-03-03 3;   mother Wendy Kok yes, father Mark Verbeek yes
      Dorst;    Jax male 2015-12-05 7;                              mother Kelly Dorst yes, father Ricardo Dorst yes
      Willemse; Finn male 2016-01-15 7;                             mother Anouk Willemse yes, father Tom Willemse yes
      Smeets;   Eva female 2018-01-11 5;                            mother Lotje Smeets yes, father Ivo Smeets yes
      Dijkstra; Bo male 2017-12-03 5;                               mother Rianne Dijkstra yes, father Sjoerd Dijkstra yes
      Vermeer;  Sam male 2018-12-14 5;                              mother Inge Vermeer yes, father Leon Vermeer yes
      Brands;   Yara female 2013-12-08 8;                           mother Mirella Brands yes, father Otto Brands yes
      Pot;      Lieke female 2018-05-21 5;                          mother Hester Pot yes, father Gerben Slot unknown
      van Hout; Thijs male 2016-04-02 7;                            mother Marit van Hout yes, father Ruud Stam no
      Osman;    Amin male 2017-07-30 6;
      Bruin;    Fenna female 2019-02-18 4;                          mother Marieke Bruin yes, father Arno Bruin yes
      """;

  private StoryFamilies() {}

  static List<Family> all() {
    return TABLE.lines().map(StoryFamilies::family).toList();
  }

  private static Family family(String line) {
    String[] part = line.split(";", -1);
    return new Family(
        prefix(part[0].strip()),
        last(part[0].strip()),
        items(part[2]).stream().map(StoryFamilies::guardian).toList(),
        items(part[1]).stream().map(StoryFamilies::child).toList());
  }

  private static Child child(String text) {
    String[] word = text.split(" ", -1);
    String key = word[0].toLowerCase(Locale.ROOT);
    return new Child(key, word[0], word[1], LocalDate.parse(word[2]), Integer.parseInt(word[3]));
  }

  private static Guardian guardian(String text) {
    int first = text.indexOf(' ');
    int end = text.lastIndexOf(' ');
    String name = text.substring(first + 1, end);
    String given = name.substring(0, name.indexOf(' '));
    String family = name.substring(given.length() + 1);
    return new Guardian(
        name.toLowerCase(Locale.ROOT).replace(' ', '-'),
        given,
        prefix(family),
        last(family),
        RelationKind.valueOf(text.substring(0, first).toUpperCase(Locale.ROOT)),
        Authority.valueOf(text.substring(end + 1).toUpperCase(Locale.ROOT)));
  }

  private static List<String> items(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).filter(t -> !t.isEmpty()).toList();
  }

  private static @Nullable String prefix(String family) {
    int space = family.lastIndexOf(' ');
    return space < 0 ? null : family.substring(0, space);
  }

  private static String last(String family) {
    return family.substring(family.lastIndexOf(' ') + 1);
  }
}
