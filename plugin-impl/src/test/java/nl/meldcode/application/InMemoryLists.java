package nl.meldcode.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.ListsOfSchools;
import nl.meldcode.domain.school.KeptLists;

/** The lists of one school. */
public final class InMemoryLists implements ListsOfSchools {
  private final List<KeptLists> all = new ArrayList<>();

  @Override
  public Optional<KeptLists> inForce(SchoolId school) {
    return all.stream().filter(KeptLists::inForce).reduce((first, second) -> second);
  }

  @Override
  public Optional<KeptLists> latest(SchoolId school) {
    return all.stream().reduce((first, second) -> second);
  }

  @Override
  public boolean add(SchoolId school, KeptLists lists) {
    return lists.version() == all.size() + 1 && all.add(lists);
  }
}
