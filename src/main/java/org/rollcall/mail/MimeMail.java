package org.rollcall.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.rollcall.basics.Sha256;
import org.rollcall.mail.Attempt.AttemptResult;
import org.rollcall.settings.MailAddress;

/**
 * Builds MIME messages. Header values are reduced to one line, so that a line break in a name
 * cannot inject a header.
 */
final class MimeMail {
  private static final int LONGEST_HEADER = 200;
  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private MimeMail() {}

  static MimeMessage make(Session session, MailHeader header, MailBody body)
      throws MessagingException {
    MimeMessage message = new Identified(session, header);
    message.setFrom(sender(header));
    message.setRecipient(Message.RecipientType.TO, address(header.recipient()));
    message.setSubject(oneLine(body.subject()), UTF_8.name());
    message.setHeader(
        "Date",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC)));
    message.setHeader("Auto-Submitted", "auto-generated");
    MimeMultipart texts = texts(body);
    if (body.attachment().isPresent()) {
      MimeMultipart all = new MimeMultipart("mixed", part(texts));
      all.addBodyPart(attachment(body.attachment().get()));
      message.setContent(all);
    } else {
      message.setContent(texts);
    }
    message.saveChanges();
    return message;
  }

  private static InternetAddress sender(MailHeader header) throws MessagingException {
    try {
      InternetAddress sender = address(header.sender());
      sender.setPersonal(oneLine(header.name()), UTF_8.name());
      return sender;
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("Every Java platform has UTF-8", e);
    }
  }

  private static InternetAddress address(String text) throws MessagingException {
    if (!MailAddress.isOne(text)) {
      throw new MailFailure(
          AttemptResult.ADDRESS_REFUSED,
          "'%s' is not a mail address. Expected one such as birch@school.example."
              .formatted(oneLine(text)),
          null);
    }
    return new InternetAddress(text, true);
  }

  private static MimeMultipart texts(MailBody body) throws MessagingException {
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(PlainText.of(body), UTF_8.name());
    MimeBodyPart html = new MimeBodyPart();
    html.setText(HtmlText.of(body), UTF_8.name(), "html");
    return new MimeMultipart("alternative", plain, html);
  }

  private static MimeBodyPart part(MimeMultipart content) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setContent(content);
    return part;
  }

  private static MimeBodyPart attachment(Path file) throws MessagingException {
    try {
      MimeBodyPart part = new MimeBodyPart();
      part.setDataHandler(
          new DataHandler(new ByteArrayDataSource(Files.readAllBytes(file), WORKBOOK)));
      part.setFileName(oneLine(file.getFileName().toString()));
      part.setDisposition(MimeBodyPart.ATTACHMENT);
      return part;
    } catch (IOException e) {
      throw new MailFailure(
          AttemptResult.MAIL_BUSY, "Cannot read the attachment %s: %s.".formatted(file, e), e);
    }
  }

  /** {@return a text without line breaks and other control characters, cut to 200 characters} */
  static String oneLine(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u0085]+", " ").strip();
    return line.length() > LONGEST_HEADER ? line.substring(0, LONGEST_HEADER) + "…" : line;
  }

  /**
   * A message whose id derives from its key, so that mail programs show it once even if it arrives
   * twice.
   */
  private static final class Identified extends MimeMessage {
    private final MailHeader header;

    Identified(Session session, MailHeader header) {
      super(session);
      this.header = header;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      String domain = header.sender().substring(header.sender().indexOf('@'));
      setHeader("Message-ID", "<" + Sha256.of(header.key()) + domain + ">");
    }
  }
}
