package org.rollcall.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.rollcall.mail.Attempt.AttemptResult;
import org.rollcall.settings.MailSettings;

/** Explains failures of a mail server, with advice. */
final class SmtpFailures {
  private static final int FOR_GOOD = 500;
  private static final int LONGEST_QUOTE = 300;

  private final MailSettings.Server server;
  private final String place;

  SmtpFailures(MailSettings.Server server) {
    this.server = server;
    this.place = "%s, port %d".formatted(server.host().orElse(""), server.port());
  }

  /** Explains a failure to connect to the server or to log in. */
  MailFailure whileConnecting(MessagingException failure) {
    if (failure instanceof AuthenticationFailedException) {
      return failure(
          AttemptResult.LOGIN_REFUSED,
          "The mail server %s refuses the login as '%s': %s. Check mail.user and the password."
              .formatted(place, server.sender().user().orElse(""), message(failure)),
          failure);
    }
    if (has(failure, UnknownHostException.class)) {
      return failure(
          AttemptResult.HOST_UNKNOWN,
          "There is no host '%s'. Check mail.host, and whether this machine can resolve host names."
              .formatted(server.host().orElse("")),
          failure);
    }
    if (isTls(failure)) {
      return failure(AttemptResult.TLS_REFUSED, tls(failure), failure);
    }
    if (has(failure, SocketTimeoutException.class)) {
      return failure(
          AttemptResult.NO_ANSWER,
          "The mail server %s did not respond in time. Check mail.host, mail.port, mail.security and the firewall."
              .formatted(place),
          failure);
    }
    if (has(failure, ConnectException.class) || has(failure, NoRouteToHostException.class)) {
      return failure(
          AttemptResult.CONNECTION_REFUSED,
          "The mail server %s cannot be reached: %s. Check mail.host, mail.port and whether the server is running."
              .formatted(place, message(deepest(failure))),
          failure);
    }
    return failure(
        AttemptResult.FAILED,
        "The mail server %s cannot be used: %s. Check mail.host, mail.port and mail.security."
            .formatted(place, message(deepest(failure))),
        failure);
  }

  private static boolean isTls(MessagingException failure) {
    return has(failure, SSLException.class)
        || has(failure, CertificateException.class)
        || message(failure).contains("STARTTLS");
  }

  private String tls(MessagingException failure) {
    String advice =
        server.security() == MailSettings.Security.TLS
            ? "Check whether port %d uses TLS from the start; port 587 usually needs mail.security: starttls."
                .formatted(server.port())
            : "Check whether the server supports STARTTLS; port 465 usually needs mail.security:"
                + " tls.";
    return "The connection to the mail server %s cannot be encrypted: %s. %s Its certificate must be for the name in mail.host and from an issuer that Java trusts."
        .formatted(place, message(deepest(failure)), advice);
  }

  /** Explains a failure to send one mail. */
  MailFailure whileSending(String recipient, MessagingException failure) {
    Optional<SMTPAddressFailedException> address = find(failure, SMTPAddressFailedException.class);
    if (address.isPresent()) {
      boolean forGood = address.get().getReturnCode() >= FOR_GOOD;
      return failure(
          forGood ? AttemptResult.ADDRESS_REFUSED : AttemptResult.ADDRESS_BUSY,
          "The mail server %s does not accept mail for %s%s: %s."
              .formatted(place, recipient, forGood ? "" : " at the moment", message(address.get())),
          failure);
    }
    Optional<SMTPSenderFailedException> sender = find(failure, SMTPSenderFailedException.class);
    if (sender.isPresent()) {
      return failure(
          AttemptResult.SENDER_REFUSED,
          "The mail server %s does not accept mail from %s: %s. Check mail.from."
              .formatted(place, server.sender().from().orElse(""), message(sender.get())),
          failure);
    }
    Optional<SMTPSendFailedException> refusal = find(failure, SMTPSendFailedException.class);
    if (refusal.isPresent() && refusal.get().getReturnCode() > 0) {
      boolean forGood = refusal.get().getReturnCode() >= FOR_GOOD;
      return failure(
          forGood ? AttemptResult.MAIL_REFUSED : AttemptResult.MAIL_BUSY,
          "The mail server %s does not accept the mail%s: %s."
              .formatted(place, forGood ? "" : " at the moment", message(refusal.get())),
          failure);
    }
    return whileConnecting(failure);
  }

  private static MailFailure failure(AttemptResult end, String sentence, Throwable cause) {
    return new MailFailure(end, sentence, cause);
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> type) {
    return find(failure, type).isPresent();
  }

  /** Searches the causes, and also the chain of further exceptions that mail exceptions carry. */
  private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
    return causes(failure).filter(type::isInstance).map(type::cast).findFirst();
  }

  private static Stream<Throwable> causes(Throwable failure) {
    Stream<Throwable> below = Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    return below.flatMap(
        cause ->
            cause instanceof MessagingException chained && chained.getNextException() != null
                ? Stream.concat(Stream.of(cause), causes(chained.getNextException()))
                : Stream.of(cause));
  }

  private static Throwable deepest(Throwable failure) {
    return causes(failure).reduce(failure, (before, after) -> after);
  }

  /** {@return the message of a failure, in one line without a full stop} */
  private static String message(Throwable failure) {
    String message = Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
    String line = message.strip().replaceAll("[\\s\\p{Cntrl}]+", " ").replaceAll("\\.$", "");
    return line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "…" : line;
  }
}
