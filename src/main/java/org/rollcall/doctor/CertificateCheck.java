package org.rollcall.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.rollcall.school.Home;
import org.rollcall.settings.WebCertificate;
import org.rollcall.settings.WebSettings;

/** Checks that the pages can be encrypted, and when the certificate expires. */
final class CertificateCheck implements Check {
  private static final String THING = "encryption";
  private static final Duration SOON = Duration.ofDays(21);
  private static final String RENEW =
      "Get a new certificate, put it into web.keyStore, and restart 'serve'.";

  private final Home home;
  private final WebSettings settings;
  private final Map<String, String> environment;
  private final Clock clock;

  CertificateCheck(Home home, WebSettings settings, Map<String, String> environment, Clock clock) {
    this.home = home;
    this.settings = settings;
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public List<Finding> run() {
    return List.of(settings.keyStore().isEmpty() ? withoutKeyStore() : certificate());
  }

  private Finding withoutKeyStore() {
    if (settings.publicAddress().isPresent()) {
      return Finding.ok(THING, "left to the server of " + settings.publicAddress().get());
    }
    return settings.isUnprotected()
        ? Finding.note(
            THING,
            "none, though others on the network can open the pages",
            "Set web.keyStore; or let a reverse proxy encrypt, set web.publicAddress, and keep"
                + " web.address at 127.0.0.1 or the port for that proxy alone.")
        : Finding.ok(THING, "none, and the pages are for this machine only");
  }

  private Finding certificate() {
    Instant now = clock.instant();
    Instant expires = WebCertificate.read(home, settings, environment).expires();
    String found = "the certificate in web.keyStore is valid until " + expires;
    if (!expires.isAfter(now)) {
      return Finding.bad(THING, "the certificate in web.keyStore expired on " + expires, RENEW);
    }
    return expires.isBefore(now.plus(SOON))
        ? Finding.note(THING, found, RENEW)
        : Finding.ok(THING, found);
  }
}
