package nl.meldcode.adapter.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nl.meldcode.adapter.json.JsonEntries;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PersonId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.EntryJson;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Family;
import nl.meldcode.domain.dossier.ProtocolId;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.dossier.Reports;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.family.Authority;
import nl.meldcode.domain.family.Guardian;
import nl.meldcode.domain.family.Relation;
import nl.meldcode.domain.protocol.Argument;
import nl.meldcode.domain.protocol.Assessment;
import nl.meldcode.domain.protocol.Facts;
import nl.meldcode.domain.protocol.Finding;
import nl.meldcode.domain.protocol.Timing;

/**
 * A case file: who the guardians are, what was recorded, the day of looking, and what is expected.
 * A word with an at-sign stands for an id. A case can start from another and goes on from there.
 */
record GoldenCase(
    String name, Facts facts, LocalDate today, List<String> findings, List<String> steps) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonEntries ENTRIES = new JsonEntries();
  private static final Pattern NAME = Pattern.compile("\"@(\\w+)\"");
  private static final ZoneId SCHOOL = ZoneId.of("Europe/Amsterdam");

  static GoldenCase read(Path file) {
    JsonNode node = resolved(file);
    List<Guardian> guardians = new ArrayList<>();
    node.path("guardians").properties().forEach(one -> guardians.add(guardian(one)));
    Set<String> lists = new HashSet<>(texts(node.path("lists")));
    Facts facts =
        new Facts(
            new Dossier(new SchoolId("99XX"), entries(node.path("entries"))),
            new Family(guardians),
            ShippedCalendars.region(node.path("region").asText("noord")),
            LocalDate.parse(node.path("bornOn").asText("2018-05-01")),
            lists);
    return new GoldenCase(
        file.getFileName().toString(),
        facts,
        LocalDate.parse(node.path("today").asText()),
        texts(node.path("expected").path("findings")),
        texts(node.path("expected").path("steps")));
  }

  private static JsonNode resolved(Path file) {
    ObjectNode node = tree(file);
    if (!node.has("startsFrom")) {
      return node;
    }
    Path base = file.resolveSibling(node.path("startsFrom").asText() + ".case.json");
    ObjectNode merged = (ObjectNode) resolved(base);
    List<JsonNode> entries = new ArrayList<>();
    merged.path("entries").forEach(entries::add);
    node.path("entries").forEach(entries::add);
    node.properties().forEach(field -> merged.set(field.getKey(), field.getValue()));
    merged.putArray("entries").addAll(entries);
    return merged;
  }

  private static ObjectNode tree(Path file) {
    try {
      return (ObjectNode) JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + file, e);
    }
  }

  private static Guardian guardian(Map.Entry<String, JsonNode> one) {
    return new Guardian(
        new PersonId(id(one.getKey())),
        one.getKey(),
        Relation.valueOf(one.getValue().path("relation").asText()),
        Authority.valueOf(one.getValue().path("authority").asText("YES")));
  }

  private static List<Recorded> entries(JsonNode list) {
    List<Recorded> entries = new ArrayList<>();
    for (JsonNode one : list) {
      String own = one.path("id").asText("entry" + entries.size());
      entries.add(
          new Recorded(
              new DossierId(id("dossier")),
              entries.size() + 1L,
              new EntryId(id(own)),
              LocalDate.parse(one.path("on").asText())
                  .atTime(LocalTime.parse(one.path("at").asText("12:00")))
                  .atZone(SCHOOL)
                  .toInstant(),
              new PupilId(id("pupil")),
              new StaffId(id(one.path("by").asText())),
              Role.valueOf(one.path("by").asText()),
              ProtocolId.of("scope-2013@1.0.0"),
              List.of(),
              entry(one.path("entry"))));
    }
    return entries;
  }

  private static Entry entry(JsonNode node) {
    String json =
        NAME.matcher(node.toString())
            .replaceAll(found -> '"' + id(found.group(1)).toString() + '"');
    EntryJson.Read read = ENTRIES.read(json.getBytes(StandardCharsets.UTF_8));
    assertThat(read.faults()).as(json).isEmpty();
    return Objects.requireNonNull(read.entry());
  }

  private static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  /** Findings as case files write them. */
  List<String> lines(Assessment assessment) {
    return assessment.findings().stream().map(this::line).toList();
  }

  private String line(Finding finding) {
    String key = finding.message().key().substring("finding.".length());
    String arguments =
        finding.message().arguments().stream()
            .map(this::argument)
            .map(text -> " " + text)
            .collect(Collectors.joining());
    String due = finding.due() == null ? "" : ", due " + finding.due();
    String timing = finding.timing() == Timing.NOW ? "" : ", " + finding.timing();
    String told = finding.told().isEmpty() ? "" : ", told " + finding.told();
    return finding.severity() + " " + key + arguments + due + timing + told;
  }

  private String argument(Argument argument) {
    if (argument instanceof Argument.Person person) {
      Map<PersonId, String> names = new TreeMap<>(Comparator.comparing(PersonId::value));
      facts.family().guardians().forEach(one -> names.put(one.id(), one.name()));
      names.put(Reports.person(facts.dossier().pupil()), "pupil");
      return names.getOrDefault(person.id(), "?");
    }
    if (argument instanceof Argument.Day day) {
      return day.date().toString();
    }
    return argument instanceof Argument.Word word ? word.key() : argument.toString();
  }
}
