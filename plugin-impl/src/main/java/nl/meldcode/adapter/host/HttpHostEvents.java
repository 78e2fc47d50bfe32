package nl.meldcode.adapter.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.meldcode.adapter.http.HostHttp.Group;
import nl.meldcode.adapter.http.Reply;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.HostEvents;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.PlaceUnknown;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The feed of events over Host Connect 6.5. */
public final class HttpHostEvents implements HostEvents {
  private static final Logger LOG = LoggerFactory.getLogger(HttpHostEvents.class);
  private static final int LIMIT = 100;
  private static final Set<Integer> UNKNOWN_PLACE = Set.of(400, 410);
  private static final String TYPES = "nl.leerlingadministratie.";
  private static final Pattern CURSOR = Pattern.compile("[?&]cursor=([^&\\s]{1,500})(?:&|$)");
  private static final Pattern KEPT = Pattern.compile("[A-Za-z0-9._~%+/=-]{1,500}");

  private final HostClient host;

  /** Takes the calls to the host. */
  public HttpHostEvents(HostClient host) {
    this.host = host;
  }

  @Override
  public Page after(@Nullable String cursor) {
    String from = cursor == null ? "" : "&cursor=" + cursor;
    Reply reply = host.send(Group.EVENTS, host.request("/events?limit=" + LIMIT + from).GET());
    if (cursor != null && UNKNOWN_PLACE.contains(reply.status())) {
      LOG.warn(
          "the host refuses the place up to which its events were read (status {}); they are read"
              + " from the beginning",
          reply.status());
      throw new PlaceUnknown();
    }
    JsonNode items = reply.orRefused().tree().path("items");
    if (!items.isArray()) {
      throw new HostUnavailable("EVENTS: no items");
    }
    List<Change> changes = new ArrayList<>();
    items.forEach(one -> changes.add(change(one)));
    return new Page(changes, reply.next().flatMap(HttpHostEvents::cursor).orElse(null));
  }

  private static Optional<String> cursor(String link) {
    Matcher matcher = CURSOR.matcher(link);
    return matcher.find() && KEPT.matcher(matcher.group(1)).matches()
        ? Optional.of(matcher.group(1))
        : Optional.empty();
  }

  /** A type that is not known says nothing (6.1: ignore what is unknown). */
  private static Change change(JsonNode event) {
    String type = event.path("type").asText();
    String about = type.startsWith(TYPES) ? type.substring(TYPES.length()) : "";
    return switch (about) {
      case "leerling-ingeschreven",
          "leerling-gewijzigd",
          "leerling-verplaatst",
          "leerling-overgestapt",
          "leerling-uitgeschreven",
          "relatie-gewijzigd",
          "gezag-gewijzigd" ->
          pupil(event.path("subject").asText());
      case "medewerker-gewijzigd", "medewerker-uitdienst" -> new OfStaff();
      case "medewerker-afgemeld" -> signedOut(event.path("data"));
      case "leerling-samengevoegd",
          "leerling-gesplitst",
          "huishouden-gewijzigd",
          "school-samengevoegd",
          "bulkwijziging" ->
          new OfMany();
      default -> new OfOthers();
    };
  }

  /** What cannot be read ends nothing: sessions end by themselves. */
  private static Change signedOut(JsonNode data) {
    JsonNode since = data.path("authTime");
    try {
      return since.canConvertToLong() && since.isIntegralNumber()
          ? new SignedOut(
              new StaffId(UUID.fromString(data.path("staffId").asText())),
              Instant.ofEpochSecond(since.longValue()))
          : new OfOthers();
    } catch (IllegalArgumentException | DateTimeException e) {
      return new OfOthers();
    }
  }

  /** Without a readable subject it may be about anybody. */
  private static Change pupil(String subject) {
    try {
      return new OfPupil(new PupilId(UUID.fromString(subject)));
    } catch (IllegalArgumentException e) {
      return new OfMany();
    }
  }
}
