package nl.meldcode.adapter.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.EntryJson;
import nl.meldcode.application.port.NewEntry;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.dossier.Attachment;
import nl.meldcode.domain.dossier.ProtocolId;
import nl.meldcode.domain.dossier.Recorded;

/** The part of an entry that is sealed, as JSON. */
final class Content {
  private final JsonMapper json = new JsonMapper();
  private final EntryJson entries;

  Content(EntryJson entries) {
    this.entries = entries;
  }

  byte[] write(NewEntry entry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator out = json.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeStringField("kind", entry.entry().kind().jsonName());
      out.writeStringField("author", entry.author().toString());
      out.writeStringField("role", entry.role().name());
      out.writeStringField("pupil", entry.pupil().toString());
      out.writeStringField("protocol", entry.protocol().toString());
      out.writeArrayFieldStart("attachments");
      for (Attachment attachment : entry.attachments()) {
        write(out, attachment);
      }
      out.writeEndArray();
      out.writeFieldName("fields");
      out.writeRawValue(new String(entries.write(entry.entry()), StandardCharsets.UTF_8));
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  Recorded read(Clear clear, byte[] content) {
    try (JsonParser in = json.createParser(content)) {
      ObjectNode node = json.createObjectNode();
      byte[] fields = {};
      in.nextToken();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        if (name.equals("fields")) {
          fields = rest(in, content);
        } else {
          node.set(name, in.readValueAsTree());
        }
      }
      return new Recorded(
          clear.place().dossier(),
          clear.seq(),
          clear.id(),
          Instant.ofEpochMilli(clear.at()),
          PupilId.of(node.required("pupil").textValue()),
          StaffId.of(node.required("author").textValue()),
          Role.valueOf(node.required("role").textValue()),
          ProtocolId.of(node.required("protocol").textValue()),
          attachments(node.required("attachments")),
          entries.stored(node.required("kind").textValue(), clear.version(), fields));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new Tampered(clear.name());
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
  }

  /** The bytes of the value that begins here: they are read once, by who knows their form. */
  private static byte[] rest(JsonParser in, byte[] content) throws IOException {
    int start = (int) in.currentTokenLocation().getByteOffset();
    in.skipChildren();
    return Arrays.copyOfRange(content, start, (int) in.currentLocation().getByteOffset());
  }

  private static void write(JsonGenerator out, Attachment attachment) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", attachment.id().toString());
    out.writeStringField("mediaType", attachment.mediaType());
    out.writeStringField("sha256", attachment.sha256());
    out.writeNumberField("size", attachment.size());
    out.writeEndObject();
  }

  private static List<Attachment> attachments(JsonNode nodes) {
    List<Attachment> attachments = new ArrayList<>();
    for (JsonNode node : nodes) {
      attachments.add(
          new Attachment(
              UUID.fromString(node.required("id").textValue()),
              node.required("mediaType").textValue(),
              node.required("sha256").textValue(),
              node.required("size").longValue()));
    }
    return attachments;
  }
}
