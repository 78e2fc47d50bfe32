package nl.meldcode.referencehost.seed;

import static nl.meldcode.referencehost.model.NoteKind.ABSENCE;
import static nl.meldcode.referencehost.model.NoteKind.INSTRUMENT_RESULT;
import static nl.meldcode.referencehost.model.NoteKind.NOTE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meldcode.referencehost.model.Enrollment;
import nl.meldcode.referencehost.model.Note;
import nl.meldcode.referencehost.model.NoteKind;
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

  private static final List<String> ABSENCES =
      List.of(
          "Ziek gemeld|Drie dagen ziek, daarna weer vrolijk op school.",
          "Te laat|Kwam twintig minuten na de bel, zonder ontbijt.",
          "Afwezig zonder bericht|Niet op school; thuis werd niet opgenomen.");
  private static final List<String> RESULTS =
      List.of(
          "SCOL najaar|Omgaan met anderen: voldoende. Opkomen voor jezelf: aandacht nodig.",
          "Cito lezen M5|Niveau II.");

  private DemoNotes() {}

  static List<Note> about(List<Enrollment> enrollments, List<Staff> staff) {
    List<Note> notes = new ArrayList<>();
    for (int i = 0; i < enrollments.size(); i++) {
      Enrollment enrollment = enrollments.get(i);
      for (int n = 0; n <= i % 3; n++) {
        LocalDate on = LocalDate.of(2026, 9, 7).plusDays((i * 5L + n * 23L) % 70);
        notes.add(note(enrollment, staff, on, TEXTS.get((i + 3 * n) % TEXTS.size()), NOTE));
      }
      LocalDate on = LocalDate.of(2026, 10, 5).plusDays(i % 30);
      if (i % 3 > 0) {
        notes.add(note(enrollment, staff, on, ABSENCES.get(i % ABSENCES.size()), ABSENCE));
      }
      notes.add(note(enrollment, staff, on, RESULTS.get(i % RESULTS.size()), INSTRUMENT_RESULT));
    }
    return notes;
  }

  private static Note note(
      Enrollment enrollment, List<Staff> staff, LocalDate on, String words, NoteKind kind) {
    String[] text = words.split("\\|", 2);
    UUID author = teacher(enrollment, staff);
    return new Note(enrollment.pupilId(), author, on, text[0], text[1], kind);
  }

  private static UUID teacher(Enrollment enrollment, List<Staff> staff) {
    return staff.stream()
        .filter(person -> person.teaches(enrollment.groupId()))
        .findFirst()
        .orElseThrow()
        .id();
  }
}
