package org.rollcall.store.db;

import java.util.Optional;
import org.jdbi.v3.core.result.RowView;
import org.rollcall.model.ListedMessage;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;

/**
 * A message in two columns, such as {@code reason} and {@code reason_code}: its text in English,
 * which is empty without a message, and what words it in another language. The code is NULL unless
 * the message is a {@link Reason}, and in rows of earlier versions.
 */
public final class MessageColumns {
  private MessageColumns() {}

  /**
   * Returns the content of the second column.
   *
   * @param message the message
   * @return its code; empty if it is available in English only
   */
  public static Optional<String> code(Message message) {
    return message instanceof ListedMessage listed && listed.pattern() instanceof Reason
        ? Optional.of(MessageJson.write(message))
        : Optional.empty();
  }

  /**
   * Reads a message.
   *
   * @param row a row with both columns
   * @param column name of the first column; the second one is named after it
   * @return the message; empty if the text is empty
   */
  public static Optional<Message> find(RowView row, String column) {
    return Optional.of(row.getColumn(column, String.class))
        .filter(text -> !text.isEmpty())
        .map(
            text ->
                Columns.optional(row, column + "_code", String.class)
                    .map(MessageJson::read)
                    .orElseGet(() -> Message.english(text)));
  }
}
