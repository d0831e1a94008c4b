package org.rollcall.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would be said to the server is looked at as it is written. */
class MimeMailTest {
  private static final Session SESSION = Session.getInstance(new Properties());

  private static MimeMessage make(String name, String recipient, String subject)
      throws MessagingException {
    return MimeMail.make(
        SESSION,
        new MailHeader("rollcall@school.example", name, recipient, "key"),
        new MailBody("en", subject, List.of(new MailBody.Paragraph("Text.")), Optional.empty()));
  }

  private static List<String> headers(MimeMessage message) throws MessagingException, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    message.writeTo(out);
    String text = out.toString(UTF_8);
    return text.substring(0, text.indexOf("\r\n\r\n")).lines().toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7A\r\nBcc: all@school.example",
        "7A\nBcc: all@school.example",
        "7A\rBcc: all@school.example",
        "7A\u2028Bcc: all@school.example",
        "7A\u0085Bcc: all@school.example",
        "7A\u0000Bcc: all@school.example",
        "Ä\r\n\r\nBcc: all@school.example"
      })
  void make_lineBreaksInNames_makeNoHeader(String evil) throws MessagingException, IOException {
    MimeMessage message = make(evil, "birch@school.example", evil);

    assertThat(headers(message)).noneMatch(line -> line.startsWith("Bcc"));
    assertThat(message.getAllRecipients()).hasSize(1);
    assertThat(message.getSubject()).endsWith(" Bcc: all@school.example").doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "birch@school.example\r\nBcc: all@school.example",
        "a@b.example, c@d.example",
        "Birch <birch@school.example>",
        "birch",
        ""
      })
  void make_whatIsNoAddress_isRefused(String recipient) {
    assertThatExceptionOfType(MailFailure.class)
        .isThrownBy(() -> make("School", recipient, "Subject"))
        .withMessageContaining("is not a mail address");
  }

  @Test
  void make_lettersBeyondAscii_arriveAsTheyAre() throws MessagingException {
    MimeMessage message = make("Schule Zürich", "birch@school.example", "Für 李");

    assertThat(message.getSubject()).isEqualTo("Für 李");
    assertThat(message.getFrom()[0].toString()).contains("Sch").contains("=?UTF-8?");
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
  }

  @Test
  void make_longSubject_isCut() throws MessagingException {
    assertThat(make("School", "birch@school.example", "x".repeat(500)).getSubject())
        .hasSizeLessThan(210)
        .endsWith("…");
  }
}
