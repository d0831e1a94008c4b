package org.rollcall.mail;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The content of a mail, in words.
 *
 * @param language of the words, as HTML names it
 * @param subject its subject
 * @param blocks what it says, from the top
 * @param attachment a file that goes with it
 */
record MailBody(String language, String subject, List<Block> blocks, Optional<Path> attachment) {
  MailBody {
    blocks = List.copyOf(blocks);
  }

  /** {@return the same letter with a file} */
  MailBody with(Path file) {
    return new MailBody(language, subject, blocks, Optional.of(file));
  }

  /** A part of a letter. */
  sealed interface Block {}

  /** A headline. */
  record Heading(String text) implements Block {}

  /** A paragraph. */
  record Paragraph(String text) implements Block {}

  /** An address on the pages. */
  record Link(String text, URI address) implements Block {}

  /** Rows under headings, each with as many cells as there are headings. */
  record MailTable(List<String> headings, List<List<String>> rows) implements Block {
    MailTable {
      headings = List.copyOf(headings);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }
}
