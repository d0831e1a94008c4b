package org.rollcall.store.ledger;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.rollcall.model.ListedMessage;
import org.rollcall.model.Message;
import org.rollcall.store.db.MessageJson;

/**
 * Remarks as text, one a line: as JSON if they can be worded in any language, or else in English,
 * like those of earlier versions.
 */
final class RemarkLines {
  private static final String JSON = "[\"";

  private RemarkLines() {}

  static String write(List<Message> remarks) {
    return remarks.stream()
        .map(
            remark ->
                remark instanceof ListedMessage ? MessageJson.write(remark) : remark.toString())
        .collect(joining("\n"));
  }

  static List<Message> read(String lines) {
    return lines
        .lines()
        .map(line -> line.startsWith(JSON) ? MessageJson.read(line) : Message.english(line))
        .toList();
  }
}
