package nl.meldcode.adapter.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.Reminders;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.files.PrivateFiles;

/**
 * Who was reminded last and who does not want it, in a file of lines that is only added to: a word
 * ({@code off}, {@code on}, or a day, or {@code none}) and who it is about. Ids only.
 */
public final class ReminderFile implements Reminders {
  private static final String OFF = "off";
  private static final String ON = "on";
  private static final String NONE = "none";

  private final Path file;
  private final Set<String> unwanted = new HashSet<>();
  private final Map<String, String> last = new HashMap<>();

  private ReminderFile(Path file) {
    this.file = file;
  }

  /**
   * Opens the file in that folder, or makes it.
   *
   * @throws StoreUnavailable when it cannot be read
   */
  public static ReminderFile in(Path folder) {
    ReminderFile reminders = new ReminderFile(folder.resolve("reminders"));
    try {
      if (Files.exists(reminders.file)) {
        Files.readAllLines(reminders.file).forEach(reminders::take);
      } else {
        PrivateFiles.make(reminders.file);
      }
    } catch (IOException e) {
      throw new StoreUnavailable("reminders", e);
    }
    return reminders;
  }

  /** A line that broke off, when the machine did, is none. */
  private void take(String line) {
    List<String> words = List.of(line.split(" "));
    if (words.size() == 2 && words.get(1).length() == 36) {
      String staff = words.get(1);
      switch (words.get(0)) {
        case OFF -> unwanted.add(staff);
        case ON -> unwanted.remove(staff);
        case NONE -> last.remove(staff);
        default -> last.put(staff, words.get(0));
      }
    }
  }

  private void add(String word, StaffId staff) {
    String line = word + " " + staff;
    try {
      // The end of a line that broke off comes first.
      Files.write(
          file,
          ("\n" + line + "\n").getBytes(StandardCharsets.US_ASCII),
          StandardOpenOption.APPEND,
          StandardOpenOption.DSYNC);
    } catch (IOException e) {
      throw new StoreUnavailable("reminders", e);
    }
    take(line);
  }

  @Override
  public synchronized boolean wanted(StaffId staff) {
    return !unwanted.contains(staff.toString());
  }

  @Override
  public synchronized void want(StaffId staff, boolean wanted) {
    if (wanted(staff) != wanted) {
      add(wanted ? ON : OFF, staff);
    }
  }

  @Override
  public synchronized boolean takeTurn(StaffId staff, LocalDate day) {
    if (day.toString().equals(last.get(staff.toString()))) {
      return false;
    }
    add(day.toString(), staff);
    return true;
  }

  @Override
  public synchronized void giveBack(StaffId staff, LocalDate day) {
    if (day.toString().equals(last.get(staff.toString()))) {
      add(NONE, staff);
    }
  }
}
