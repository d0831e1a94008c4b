package org.rollcall.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.mail.Attempt.AttemptResult;
import org.rollcall.settings.MailSettings;
import org.rollcall.settings.MailSettings.Security;

class SmtpFailuresTest {
  private static final String RECIPIENT = "birch@school.example";

  static Stream<Arguments> failuresWhileConnecting() {
    return Stream.of(
        failure(new UnknownHostException("mail.x"), AttemptResult.HOST_UNKNOWN, "host 'mail.x'"),
        failure(new SSLHandshakeException("Bad."), AttemptResult.TLS_REFUSED, "encrypted: Bad. "),
        failure(new CertificateException("Old"), AttemptResult.TLS_REFUSED, "encrypted: Old. "),
        failure(new SocketTimeoutException(), AttemptResult.NO_ANSWER, "did not respond in time"),
        failure(
            new ConnectException("Refused"),
            AttemptResult.CONNECTION_REFUSED,
            "mail.x, port 587 cannot be reached: Refused. "),
        failure(
            new NoRouteToHostException("No route"),
            AttemptResult.CONNECTION_REFUSED,
            "cannot be reached: No route. "),
        failure(new IllegalStateException("Odd"), AttemptResult.FAILED, ": Odd. "));
  }

  private static Arguments failure(Exception cause, AttemptResult end, String words) {
    return Arguments.of(cause, end, words);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("failuresWhileConnecting")
  void whileConnecting_deepCause_decidesWhatIsSaid(
      Exception cause, AttemptResult end, String words) {
    MessagingException failure =
        new MessagingException("Outer", new MessagingException("Middle", cause));

    MailFailure told = failures(Security.STARTTLS).whileConnecting(failure);

    assertThat(told.end()).isEqualTo(end);
    assertThat(told).hasMessageContaining(words).hasCause(failure);
  }

  @Test
  void whileConnecting_wrongPassword_namesTheUser() {
    MailFailure told =
        failures(Security.STARTTLS).whileConnecting(new AuthenticationFailedException("535 No"));

    assertThat(told.end()).isEqualTo(AttemptResult.LOGIN_REFUSED);
    assertThat(told).hasMessageContaining("the login as 'rollcall': 535 No.");
  }

  @ParameterizedTest
  @CsvSource({"TLS,mail.security: starttls", "STARTTLS,mail.security: tls"})
  void whileConnecting_notEncrypted_advisesTheOtherWay(Security security, String advice) {
    MessagingException failure =
        new MessagingException("STARTTLS is required but host does not support STARTTLS");

    MailFailure told = failures(security).whileConnecting(failure);

    assertThat(told.end()).isEqualTo(AttemptResult.TLS_REFUSED);
    assertThat(told).hasMessageContaining(advice + ".");
  }

  @ParameterizedTest
  @CsvSource({
    "550,ADDRESS_REFUSED,does not accept mail for birch@school.example: Who?.",
    "499,ADDRESS_BUSY,does not accept mail for birch@school.example at the moment: Who?.",
    "500,ADDRESS_REFUSED,does not accept mail for birch@school.example: Who?."
  })
  void whileSending_addressRefused_isForGoodFromFiveHundredOn(
      int code, AttemptResult end, String words) throws Exception {
    MessagingException address =
        new SMTPAddressFailedException(new InternetAddress(RECIPIENT), "RCPT", code, "Who?");

    MailFailure told =
        failures(Security.TLS).whileSending(RECIPIENT, new SendFailedException("Invalid", address));

    assertThat(told.end()).isEqualTo(end);
    assertThat(told).hasMessageContaining(words);
  }

  @Test
  void whileSending_senderRefused_namesTheSender() throws Exception {
    MessagingException sender =
        new SMTPSenderFailedException(new InternetAddress("x@y.z"), "MAIL", 550, "Not you");

    MailFailure told = failures(Security.TLS).whileSending(RECIPIENT, sender);

    assertThat(told.end()).isEqualTo(AttemptResult.SENDER_REFUSED);
    assertThat(told).hasMessageContaining("from rollcall@school.example: Not you. Check mail.from");
  }

  @ParameterizedTest
  @CsvSource({"552,MAIL_REFUSED", "451,MAIL_BUSY", "-1,FAILED"})
  void whileSending_mailRefused_isForGoodFromFiveHundredOn(int code, AttemptResult end) {
    MailFailure told = failures(Security.TLS).whileSending(RECIPIENT, refusal(code, "Too large"));

    assertThat(told.end()).isEqualTo(end);
  }

  @Test
  void whileSending_answerOfSeveralLines_isQuotedOnOne() {
    MailFailure told =
        failures(Security.TLS).whileSending(RECIPIENT, refusal(552, "Too\r\n large.\n"));

    assertThat(told).hasMessageEndingWith("does not accept the mail: Too large.");
  }

  @Test
  void whileSending_longAnswer_isCut() {
    MailFailure told =
        failures(Security.TLS).whileSending(RECIPIENT, refusal(552, "x".repeat(301)));

    assertThat(told).hasMessageEndingWith(": " + "x".repeat(300) + "….");
  }

  private static MessagingException refusal(int code, String words) {
    return new SMTPSendFailedException("DATA", code, words, null, null, null, null);
  }

  private static SmtpFailures failures(Security security) {
    MailSettings.Sender sender =
        new MailSettings.Sender(
            Optional.of("rollcall@school.example"), Optional.of("rollcall"), Optional.empty());
    return new SmtpFailures(new MailSettings.Server(Optional.of("mail.x"), 587, security, sender));
  }
}
