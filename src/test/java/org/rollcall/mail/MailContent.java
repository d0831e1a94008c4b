package org.rollcall.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * What a mail program would show of a mail.
 *
 * @param subject its subject
 * @param plain its plain text
 * @param html its HTML
 * @param attachment name and content of its file
 */
record MailContent(String subject, String plain, String html, Optional<String> attachment) {
  static MailContent of(MimeMessage message) {
    try {
      return new MailContent(
          message.getSubject(),
          find(message, "text/plain").orElse(""),
          find(message, "text/html").orElse(""),
          attachment(message));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> find(Part part, String type)
      throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return Optional.of(((String) part.getContent()).replace("\r\n", "\n"));
    }
    if (part.isMimeType("multipart/*")) {
      Multipart parts = (Multipart) part.getContent();
      for (int i = 0; i < parts.getCount(); i++) {
        Optional<String> found = find(parts.getBodyPart(i), type);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> attachment(MimeMessage message)
      throws MessagingException, IOException {
    if (!message.isMimeType("multipart/mixed")) {
      return Optional.empty();
    }
    BodyPart part = ((Multipart) message.getContent()).getBodyPart(1);
    return Optional.of(
        part.getFileName() + ": " + new String(part.getInputStream().readAllBytes(), UTF_8));
  }
}
