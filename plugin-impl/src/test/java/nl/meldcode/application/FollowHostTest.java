package nl.meldcode.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.meldcode.Covers;
import nl.meldcode.application.linking.FollowMergers;
import nl.meldcode.application.linking.LinkWatch;
import nl.meldcode.application.port.HostEvents;
import nl.meldcode.application.port.HostEvents.Change;
import nl.meldcode.application.port.HostEvents.OfMany;
import nl.meldcode.application.port.HostEvents.OfOthers;
import nl.meldcode.application.port.HostEvents.OfPupil;
import nl.meldcode.application.port.HostEvents.OfStaff;
import nl.meldcode.application.port.HostEvents.Page;
import nl.meldcode.application.port.HostEvents.SignedOut;
import nl.meldcode.application.port.HostPlace;
import nl.meldcode.application.port.HostRefused;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.InMemorySessions;
import nl.meldcode.application.port.PlaceUnknown;
import nl.meldcode.application.port.Sessions;
import nl.meldcode.domain.linking.Kin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The host's feed is followed from where it was left, whatever happens in between. */
class FollowHostTest {
  private static final String TENANT = "tenant";
  private final TestPlugin plugin = new TestPlugin();
  private final LinkWatch links =
      new LinkWatch(
          plugin.findLinks,
          plugin.dossiers,
          new FollowMergers(plugin.school, plugin.mergers),
          plugin.school.clock());
  private final Map<@Nullable String, Page> feed = new HashMap<>();
  private final Map<String, String> places = new HashMap<>();
  private final List<String> forgot = new ArrayList<>();
  private final List<@Nullable String> asked = new ArrayList<>();
  private @Nullable Set<String> known;
  private @Nullable RuntimeException trouble;
  private final InMemorySessions sessions = new InMemorySessions();
  private final FollowHost follow =
      new FollowHost(new Feed(), new Places(), TENANT, () -> forgot.add("all"), links, sessions);
  private final List<Object> lookedAt = new ArrayList<>();

  @BeforeEach
  void lotteHasADossier() {
    plugin.recorded(
        School.NORA,
        """
        {"kind":"DossierOpened","on":"2026-02-09","route":"HOME","concerns":["CHILD_ABUSE"]}""");
    while (links.run()) {
      lookedAt.clear();
    }
    plugin.school.kin =
        pupil -> {
          lookedAt.add(pupil);
          return Kin.none(pupil);
        };
  }

  @Test
  @Covers("A.10")
  void aChangeOfAPupilMakesTheHostAskedAgainAndTheLinksLookedAt() {
    feed.put(null, page("1", new OfPupil(School.LOTTE), new OfPupil(School.FINN)));

    assertThat(follow.run()).isTrue();
    assertThat(follow.run()).isFalse();

    look();
    assertThat(forgot).hasSize(1);
    assertThat(lookedAt).as("Finn has no dossier").containsExactly(School.LOTTE);
    assertThat(places).containsEntry(TENANT, "1");
  }

  @Test
  void itGoesOnFromWhereItWasAlsoWhenAnEventComesTwice() {
    places.put(TENANT, "7");
    feed.put("7", page("8", new OfMany(), new OfMany()));

    assertThat(follow.run()).isTrue();
    look();
    assertThat(lookedAt).containsExactly(School.LOTTE);
    assertThat(places).containsEntry(TENANT, "8");
  }

  @Test
  @Covers("R01")
  void aPlaceThatLeadsToItselfIsNotReadWithoutPause() {
    places.put(TENANT, "7");
    feed.put("7", page("7", new OfMany()));

    assertThat(follow.run()).isFalse();
  }

  @Test
  void whatThePluginDoesNotLookAtChangesNothing() {
    feed.put(null, page("1", new OfOthers()));

    assertThat(follow.run()).isTrue();
    look();
    assertThat(forgot).isEmpty();
    assertThat(lookedAt).isEmpty();
  }

  @Test
  @Covers("S13")
  void aChangeOfStaffIsSeenAtOnce() {
    feed.put(null, page("1", new OfStaff()));

    follow.run();
    look();
    assertThat(forgot).hasSize(1);
    assertThat(lookedAt).isEmpty();
  }

  @Test
  @Covers("S04")
  void whoSignsOutAtTheHostIsOutHereToo() {
    Instant since = Instant.parse("2026-02-09T08:00:00Z");
    Instant now = since.plusSeconds(60);
    String secret = sessions.begin(new Sessions.Session(TENANT, School.ANJA.id(), since, now));
    feed.put(null, page("1", new SignedOut(School.ANJA.id(), since)));

    follow.run();

    assertThat(sessions.find(secret, now)).isEmpty();
    assertThat(forgot).as("of the roster nothing changed").isEmpty();
  }

  @Test
  @Covers("R10")
  void whileTheHostIsAwayOrHasNoFeedNothingIsLost() {
    places.put(TENANT, "7");
    for (RuntimeException one :
        List.of(new HostUnavailable("EVENTS"), new HostRefused("not-found"))) {
      trouble = one;
      assertThat(follow.run()).isFalse();
    }
    assertThat(places).containsEntry(TENANT, "7");
    assertThat(forgot).isEmpty();
  }

  /** The feed of a host that was restored, or keeps its events for a while. */
  @Test
  @Covers({"S04", "R01"})
  void aPlaceThatTheHostDoesNotKnowLeadsToTheBeginning() {
    Instant since = Instant.parse("2026-02-09T08:00:00Z");
    Instant now = since.plusSeconds(60);
    String secret = sessions.begin(new Sessions.Session(TENANT, School.ANJA.id(), since, now));
    places.put(TENANT, "7");
    known = Set.of("1");
    feed.put(null, page("1", new SignedOut(School.ANJA.id(), since)));

    assertThat(follow.run()).isTrue();
    look();
    assertThat(forgot).as("what was missed may be anything").hasSize(1);
    assertThat(lookedAt).containsExactly(School.LOTTE);

    assertThat(follow.run()).isTrue();
    assertThat(follow.run()).isFalse();
    assertThat(sessions.find(secret, now)).isEmpty();
    assertThat(places).containsEntry(TENANT, "1");
  }

  /** Of a feed that counts, the same number comes by again. */
  @Test
  @Covers("R01")
  void aPlaceThatWasUnknownIsGoneOnFromWhenItIsGivenAnew() {
    places.put(TENANT, "7");
    known = Set.of("5");
    feed.put(null, page("5", new OfOthers()));
    feed.put("5", page("7", new OfOthers()));
    assertThat(follow.run()).isTrue();
    assertThat(follow.run()).isTrue();

    assertThat(follow.run()).isTrue();
    known = Set.of("5", "7");
    assertThat(follow.run()).isFalse();
    assertThat(asked).containsExactly("7", null, "5", "7");
  }

  @Test
  @Covers("R01")
  void aHostThatRefusesThePlaceItGivesIsNotReadWithoutPause() {
    places.put(TENANT, "7");
    known = Set.of();
    feed.put(null, page("7", new OfOthers()));

    assertThat(follow.run()).isTrue();
    assertThat(follow.run()).isFalse();
  }

  @Test
  @Covers("R01")
  void aPlaceThatIsUnknownIsAskedForOnce() {
    places.put(TENANT, "7");
    known = Set.of();

    assertThat(follow.run()).isTrue();
    assertThat(follow.run()).isFalse();
    assertThat(follow.run()).isFalse();
    assertThat(asked).containsExactly("7", null, null);
  }

  private void look() {
    while (links.run()) {
      assertThat(lookedAt.size()).isLessThan(100);
    }
  }

  private static Page page(String next, Change... changes) {
    return new Page(List.of(changes), next);
  }

  private final class Feed implements HostEvents {
    @Override
    public Page after(@Nullable String cursor) {
      asked.add(cursor);
      if (cursor != null && known != null && !known.contains(cursor)) {
        throw new PlaceUnknown();
      }
      if (trouble != null) {
        throw trouble;
      }
      return feed.getOrDefault(cursor, new Page(List.of(), null));
    }
  }

  private final class Places implements HostPlace {
    @Override
    public Optional<String> of(String tenant) {
      return Optional.ofNullable(places.get(tenant));
    }

    @Override
    public void keep(String tenant, String cursor) {
      places.put(tenant, cursor);
    }
  }
}
