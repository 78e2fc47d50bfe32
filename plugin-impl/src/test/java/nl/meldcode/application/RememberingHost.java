package nl.meldcode.application;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.meldcode.api.EntryId;
import nl.meldcode.application.port.HostRecord;
import nl.meldcode.application.port.HostRefused;
import nl.meldcode.application.port.HostUnavailable;

/** A host that stores each entry once, however often it is sent. */
final class RememberingHost implements HostRecord {
  final List<EntryId> stored = new ArrayList<>();
  final List<ReportItem> reports = new ArrayList<>();
  final List<AcknowledgementItem> answers = new ArrayList<>();
  final List<ReleaseItem> releases = new ArrayList<>();
  final Set<EntryId> refused = new HashSet<>();
  final Set<EntryId> defect = new HashSet<>();
  Runnable onStored = () -> {};
  boolean down;
  boolean loseNextAnswer;
  int calls;

  @Override
  public void storeReport(ReportItem item, byte[] pdf) {
    reports.add(item);
    store(item.entry());
  }

  @Override
  public void release(ReleaseItem item) {
    releases.add(item);
    store(item.report());
  }

  @Override
  public void storeAcknowledgement(AcknowledgementItem item) {
    answers.add(item);
    store(item.entry());
  }

  private void store(EntryId entry) {
    calls++;
    if (down) {
      throw new HostUnavailable("down");
    }
    if (refused.contains(entry)) {
      throw new HostRefused("wider");
    }
    if (defect.contains(entry)) {
      throw new IllegalStateException("a defect");
    }
    if (!stored.contains(entry)) {
      stored.add(entry);
    }
    onStored.run();
    if (loseNextAnswer) {
      loseNextAnswer = false;
      throw new HostUnavailable("no answer in time");
    }
  }
}
