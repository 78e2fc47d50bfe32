package nl.meldcode.adapter.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import nl.meldcode.application.port.ListsJson;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.domain.school.SchoolLists;

/** The lists of a school as JSON through Jackson. Safe for use by several threads. */
public final class JsonLists implements ListsJson {
  private final ObjectMapper mapper = Json.mapper();

  @Override
  public byte[] write(SchoolLists lists) {
    try {
      return mapper.writeValueAsBytes(lists);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write lists", e);
    }
  }

  @Override
  public SchoolLists stored(byte[] kept) {
    try {
      return mapper.readValue(kept, SchoolLists.class);
    } catch (IOException e) {
      throw new Tampered("lists of a school");
    }
  }
}
