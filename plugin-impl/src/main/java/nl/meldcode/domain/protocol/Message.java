package nl.meldcode.domain.protocol;

import java.util.List;

/** A text by its key, with what fills its placeholders. */
public record Message(String key, List<Argument> arguments) {
  public Message {
    arguments = List.copyOf(arguments);
  }

  static Message of(String key, Argument... arguments) {
    return new Message(key, List.of(arguments));
  }
}
