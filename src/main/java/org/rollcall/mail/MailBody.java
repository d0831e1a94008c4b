package org.rollcall.mail;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The content of a mail.
 *
 * @param language language of the text, as an HTML {@code lang} value
 * @param subject the subject
 * @param blocks the content, from top to bottom
 * @param attachment a file to attach
 */
record MailBody(String language, String subject, List<Block> blocks, Optional<Path> attachment) {
  MailBody {
    blocks = List.copyOf(blocks);
  }

  /** {@return a copy of this mail with an attachment} */
  MailBody with(Path file) {
    return new MailBody(language, subject, blocks, Optional.of(file));
  }

  /** A part of a mail. */
  sealed interface Block {}

  /** A heading. */
  record Heading(String text) implements Block {}

  /** A paragraph. */
  record Paragraph(String text) implements Block {}

  /** A link to a page of Rollcall. */
  record Link(String text, URI address) implements Block {}

  /** A table; each row has as many cells as there are headings. */
  record MailTable(List<String> headings, List<List<String>> rows) implements Block {
    MailTable {
      headings = List.copyOf(headings);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }
}
