package nl.meldcode.adapter.json;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.util.UUID;
import java.util.function.Function;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PersonId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;

/** Writes ids as plain strings and reads them back. */
final class IdModule extends SimpleModule {
  private static final long serialVersionUID = 1L;
  private static final int UUID_LENGTH = 36;

  IdModule() {
    uuid(PupilId.class, PupilId::new);
    uuid(StaffId.class, StaffId::new);
    uuid(PersonId.class, PersonId::new);
    uuid(EntryId.class, EntryId::new);
    uuid(DossierId.class, DossierId::new);
    text(SchoolId.class, SchoolId::new);
  }

  private <T> void uuid(Class<T> type, Function<UUID, T> make) {
    text(
        type,
        text -> {
          if (text.length() != UUID_LENGTH) {
            throw new IllegalArgumentException("not the canonical form of a UUID");
          }
          return make.apply(UUID.fromString(text));
        });
  }

  private <T> void text(Class<T> type, Function<String, T> make) {
    addSerializer(type, ToStringSerializer.instance);
    addDeserializer(type, new FromText<>(type, make));
  }

  private static final class FromText<T> extends FromStringDeserializer<T> {
    private static final long serialVersionUID = 1L;
    private final transient Function<String, T> make;

    FromText(Class<T> type, Function<String, T> make) {
      super(type);
      this.make = make;
    }

    @Override
    protected T _deserialize(String text, DeserializationContext context) {
      return make.apply(text);
    }
  }
}
