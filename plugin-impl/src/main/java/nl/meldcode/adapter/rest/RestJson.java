package nl.meldcode.adapter.rest;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.datatype.jsr310.ser.InstantSerializer;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PersonId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.StaffId;

/** JSON as this interface speaks it: strict in what it takes, ISO 8601 in what it gives. */
public final class RestJson {

  private static final DateTimeFormatter MILLISECONDS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private static final List<Class<?>> IDS =
      List.of(PupilId.class, StaffId.class, PersonId.class, EntryId.class, DossierId.class);

  private RestJson() {}

  /** A new mapper; safe for all threads once it is in use. */
  public static ObjectMapper mapper() {
    return JsonMapper.builder()
        .addModule(idsAsText())
        .addModule(new JavaTimeModule().addSerializer(Instant.class, new MillisecondInstant()))
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .build();
  }

  /** Entries are shown as they were recorded; ids go out as plain text, and never come in here. */
  private static SimpleModule idsAsText() {
    SimpleModule module = new SimpleModule();
    IDS.forEach(type -> module.addSerializer(type, ToStringSerializer.instance));
    return module;
  }

  /** Always three decimals, so that instants sort and compare as text. */
  private static final class MillisecondInstant extends InstantSerializer {

    private static final long serialVersionUID = 1L;

    MillisecondInstant() {
      super(InstantSerializer.INSTANCE, false, false, MILLISECONDS);
    }
  }
}
