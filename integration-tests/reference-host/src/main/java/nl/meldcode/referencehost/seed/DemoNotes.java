package nl.meldcode.referencehost.seed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meldcode.referencehost.model.Enrollment;
import nl.meldcode.referencehost.model.Note;
import nl.meldcode.referencehost.model.Staff;

/** A few everyday notes about each pupil, by the teacher of the group. */
final class DemoNotes {
  private static final List<String> TEXTS =
      List.of(
          "Rekenen|Heeft moeite met de tafel van 7. Drie weken extra oefening in een klein groepje.",
          "Lezen|Leest graag voor in de kring en kiest steeds dikkere boeken.",
          "Tienminutengesprek|Met ouders gesproken over de overgang. Zij zijn tevreden over de klas.",
          "Gymtas|Gymtas drie keer vergeten, afgesproken dat er een reservetas op school blijft.",
          "Zwemles|Diploma A gehaald en trots laten zien.",
          "Huiswerk|Werkt netjes en op tijd. Vraagt zelf om hulp als iets niet lukt.",
          "Dyslexie|Screening besproken met de intern begeleider, geen vervolgonderzoek nodig.",
          "Verjaardag|Getrakteerd op fruit, de hele klas heeft gezongen.");

  private DemoNotes() {}

  static List<Note> about(List<Enrollment> enrollments, List<Staff> staff) {
    List<Note> notes = new ArrayList<>();
    for (int i = 0; i < enrollments.size(); i++) {
      Enrollment enrollment = enrollments.get(i);
      for (int n = 0; n <= i % 3; n++) {
        String[] text = TEXTS.get((i + 3 * n) % TEXTS.size()).split("\\|", 2);
        LocalDate on = LocalDate.of(2026, 9, 7).plusDays((i * 5L + n * 23L) % 70);
        notes.add(new Note(enrollment.pupilId(), teacher(enrollment, staff), on, text[0], text[1]));
      }
    }
    return notes;
  }

  private static UUID teacher(Enrollment enrollment, List<Staff> staff) {
    return staff.stream()
        .filter(person -> person.teaches(enrollment.groupId()))
        .findFirst()
        .orElseThrow()
        .id();
  }
}
