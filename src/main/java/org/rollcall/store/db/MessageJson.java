package org.rollcall.store.db;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.model.ListedMessage;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages as JSON, to be worded later or elsewhere: {@code ["FEW_FRAMES",4]} for a {@link Reason}
 * and its arguments, which may be messages themselves. Any other message is its English text.
 */
public final class MessageJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private MessageJson() {}

  /**
   * Writes a message.
   *
   * @param message the message
   * @return a single line
   */
  public static String write(Message message) {
    return JSON.writeValueAsString(tree(message));
  }

  /**
   * Reads a message.
   *
   * @param json what {@link #write} returned
   * @return the message
   * @throws IllegalArgumentException if there is no such reason, or this is something else
   */
  public static Message read(String json) {
    try {
      return message(JSON.readTree(json));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("Not a message: " + json, e);
    }
  }

  private static Object tree(Object value) {
    if (value instanceof ListedMessage listed && listed.pattern() instanceof Reason reason) {
      List<Object> words = new ArrayList<>(List.of(reason.name()));
      listed.values().forEach(argument -> words.add(tree(argument)));
      return words;
    }
    return value instanceof Number ? value : value.toString();
  }

  private static Message message(JsonNode node) {
    if (!node.isArray()) {
      return Message.english(node.asString());
    }
    Object[] values = new Object[node.size() - 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(node.get(i + 1));
    }
    return Message.of(Reason.valueOf(node.get(0).asString()), values);
  }

  private static Object value(JsonNode node) {
    if (node.isNumber()) {
      return node.numberValue();
    }
    return node.isArray() ? message(node) : node.asString();
  }
}
