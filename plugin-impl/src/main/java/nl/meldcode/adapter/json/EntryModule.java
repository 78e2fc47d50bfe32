package nl.meldcode.adapter.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import nl.meldcode.domain.entry.Correction;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.Kind;

/**
 * Reads and writes an entry inside another with its kind beside its fields. Whoever raises the
 * content version of a kind raises that of {@code Correction} too.
 */
final class EntryModule extends SimpleModule {
  static final String KIND = "kind";

  private static final long serialVersionUID = 1L;

  EntryModule() {
    addDeserializer(Entry.class, new Inner());
    setMixInAnnotation(Correction.class, WithKind.class);
  }

  interface WithKind {
    @JsonSerialize(using = Outward.class)
    Entry corrected();
  }

  static final class Outward extends StdSerializer<Entry> {
    private static final long serialVersionUID = 1L;

    Outward() {
      super(Entry.class);
    }

    @Override
    public void serialize(Entry entry, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      ObjectNode node = ((ObjectMapper) json.getCodec()).valueToTree(entry);
      json.writeTree(node.put(KIND, entry.kind().jsonName()));
    }
  }

  static final class Inner extends StdDeserializer<Entry> {
    private static final long serialVersionUID = 1L;

    Inner() {
      super(Entry.class);
    }

    @Override
    public Entry deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      JsonNode node = context.readTree(parser);
      JsonNode name = node instanceof ObjectNode object ? object.remove(KIND) : null;
      Kind kind =
          Kind.named(name == null ? "" : name.asText())
              .orElseThrow(() -> context.weirdStringException("", Entry.class, "unknown kind"));
      return context.readTreeAsValue(node, kind.type());
    }
  }
}
