package nl.meldcode.adapter.protocol;

import java.util.Arrays;
import java.util.List;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.entry.AfterReport;
import nl.meldcode.domain.entry.ConsultLevel;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.protocol.AcknowledgedBy;
import nl.meldcode.domain.protocol.AllOf;
import nl.meldcode.domain.protocol.Answered;
import nl.meldcode.domain.protocol.AnyOf;
import nl.meldcode.domain.protocol.AtLeast;
import nl.meldcode.domain.protocol.Author;
import nl.meldcode.domain.protocol.AuthorityKnown;
import nl.meldcode.domain.protocol.Circumstance;
import nl.meldcode.domain.protocol.Criteria;
import nl.meldcode.domain.protocol.EachGuardian;
import nl.meldcode.domain.protocol.Evaluated;
import nl.meldcode.domain.protocol.Field;
import nl.meldcode.domain.protocol.FollowedBy;
import nl.meldcode.domain.protocol.Holds;
import nl.meldcode.domain.protocol.InTime;
import nl.meldcode.domain.protocol.NoneSince;
import nl.meldcode.domain.protocol.PerReport;
import nl.meldcode.domain.protocol.RecallPrepared;
import nl.meldcode.domain.protocol.RecordedKind;
import nl.meldcode.domain.protocol.Reported;
import nl.meldcode.domain.protocol.Requirement;
import nl.meldcode.domain.protocol.ResultInTime;
import nl.meldcode.domain.protocol.SchoolList;
import nl.meldcode.domain.protocol.SeenWithin;
import nl.meldcode.domain.term.Term;
import nl.meldcode.domain.term.TermUnit;

/** Reads the closed vocabulary of protocol files: an object with exactly one word. */
final class Words {
  private Words() {}

  static Requirement requirement(Place place) {
    List<String> names = place.names();
    if (names.size() != 1) {
      throw place.refuse("not exactly one word");
    }
    Place value = place.get(names.get(0));
    return switch (names.get(0)) {
      case "recorded" -> new RecordedKind(kind(value));
      case "answered" -> answered(value.only("kind", "scope", "fields"));
      case "atLeast" -> new AtLeast(value.oneOf(ConsultLevel.class));
      case "author" -> author(value.only("kind", "roles"));
      case "criteria" -> new Criteria(value.oneOf(Criteria.Where.class));
      case "eachGuardian" -> new EachGuardian(value.oneOf(EachGuardian.Subject.class));
      case "followedBy" -> followedBy(value.only("kind", "by"));
      case "noneSince" -> noneSince(value.only("kind", "since"));
      case "perReport" -> perReport(value);
      case "seenWithin" -> new SeenWithin(term(value.only("amount", "unit")));
      case "inTime" -> inTime(value.only("kind", "amount", "unit"));
      case "holds" -> new Holds(value.oneOf(Circumstance.class));
      case "schoolList" -> new SchoolList(value.text());
      case "allOf" -> new AllOf(all(value));
      case "anyOf" -> new AnyOf(all(value));
      default -> fixed(names.get(0), value);
    };
  }

  /** Words that take only one value: it says to the reader what they are about. */
  private static Requirement fixed(String word, Place value) {
    return switch (word) {
      case "acknowledgedBy" -> {
        value.mustBe("everyGuardianWithAuthority");
        yield new AcknowledgedBy();
      }
      case "authorityKnown" -> {
        value.mustBe("everyGuardian");
        yield new AuthorityKnown();
      }
      case "reported" -> {
        value.mustBe(Kind.PARENT_MEETING.jsonName());
        yield new Reported();
      }
      case "evaluated" -> {
        value.mustBe(Kind.HELP_ARRANGEMENT.jsonName());
        yield new Evaluated();
      }
      case "resultInTime" -> {
        value.mustBe(Kind.HELP_ARRANGEMENT.jsonName());
        yield new ResultInTime();
      }
      case "recallPrepared" -> {
        value.mustBe(Kind.VEILIG_THUIS_CONCLUSION.jsonName());
        yield new RecallPrepared();
      }
      default -> throw value.refuse("unknown word");
    };
  }

  static Kind kind(Place place) {
    return Kind.named(place.text()).orElseThrow(() -> place.refuse("unknown kind"));
  }

  static Term term(Place place) {
    Place unit = place.get("unit");
    Place amount = place.get("amount");
    if (amount.number() < 1) {
      throw amount.refuse("less than one");
    }
    return new Term(
        amount.number(),
        Arrays.stream(TermUnit.values())
            .filter(one -> one.jsonName().equals(unit.text()))
            .findFirst()
            .orElseThrow(() -> unit.refuse("unknown unit")));
  }

  private static List<Requirement> all(Place place) {
    return place.items().stream().map(Words::requirement).toList();
  }

  private static Requirement inTime(Place place) {
    place.get("kind").mustBe(Kind.SIGNAL.jsonName());
    return new InTime(term(place));
  }

  private static Requirement followedBy(Place place) {
    return new FollowedBy(kind(place.get("kind")), kind(place.get("by")));
  }

  private static Requirement noneSince(Place place) {
    return new NoneSince(kind(place.get("kind")), kind(place.get("since")));
  }

  private static Requirement perReport(Place place) {
    Kind kind = kind(place);
    if (!AfterReport.class.isAssignableFrom(kind.type())) {
      throw place.refuse("no kind that names a report");
    }
    return new PerReport(kind);
  }

  private static Requirement author(Place place) {
    return new Author(kind(place.get("kind")), place.get("roles").setOf(Role.class));
  }

  private static Requirement answered(Place place) {
    Kind kind = kind(place.get("kind"));
    Answered.Scope scope = place.get("scope").oneOf(Answered.Scope.class);
    return new Answered(
        scope, place.get("fields").items().stream().map(item -> field(kind, item)).toList());
  }

  private static Field field(Kind kind, Place place) {
    return Field.find(kind, place.text()).orElseThrow(() -> place.refuse("unknown field"));
  }
}
