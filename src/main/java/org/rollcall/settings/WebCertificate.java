package org.rollcall.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.rollcall.model.RollcallException;
import org.rollcall.school.Home;

/**
 * The TLS certificate of this machine, with its private key.
 *
 * @param keyStore contains certificate and key
 * @param password password of the key store and of its key; never shown
 * @param expires end of the certificate's validity
 */
public record WebCertificate(KeyStore keyStore, String password, Instant expires) {
  /**
   * Loads the key store named in the settings.
   *
   * @param home the home folder of the installation
   * @param settings settings that name a key store
   * @param environment the environment variables
   * @return the certificate, which may have expired
   * @throws RollcallException if the file is missing, the password is missing or wrong, or there is
   *     no key
   */
  public static WebCertificate read(
      Home home, WebSettings settings, Map<String, String> environment) {
    Path file = home.resolve(settings.keyStore().orElseThrow());
    if (!Files.isRegularFile(file)) {
      throw unusable(file, "there is no such file", "Correct web.keyStore", null);
    }
    String password = password(home, settings, environment);
    try {
      KeyStore keyStore = load(file, password);
      String alias = aliasOfKey(keyStore, file);
      if (keyStore.getKey(alias, password.toCharArray()) != null
          && keyStore.getCertificate(alias) instanceof X509Certificate certificate) {
        return new WebCertificate(keyStore, password, certificate.getNotAfter().toInstant());
      }
      throw unusable(file, "its key has no X.509 certificate", "Make a new one with keytool", null);
    } catch (GeneralSecurityException e) {
      throw unusable(file, e.toString(), "Make a new one with keytool", e);
    }
  }

  private static String password(Home home, WebSettings settings, Map<String, String> environment) {
    Optional<String> password =
        Optional.ofNullable(environment.get(WebSettings.PASSWORD_VARIABLE))
            .filter(text -> !text.isEmpty())
            .or(() -> settings.keyStorePasswordFile().map(home::resolve).map(WebCertificate::line));
    return password
        .filter(text -> !text.isEmpty())
        .orElseThrow(
            () ->
                new RollcallException(
                    "There is no password for web.keyStore. Set %s, or name a file that holds it as web.keyStorePasswordFile."
                        .formatted(WebSettings.PASSWORD_VARIABLE)));
  }

  private static String line(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new RollcallException(
          "Cannot read the password of web.keyStore from %s: %s. Check the file and its permissions, or correct web.keyStorePasswordFile."
              .formatted(file, e),
          e);
    }
  }

  private static KeyStore load(Path file, String password) throws GeneralSecurityException {
    KeyStore keyStore = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keyStore.load(in, password.toCharArray());
      return keyStore;
    } catch (IOException e) {
      throw e.getCause() instanceof UnrecoverableKeyException
          ? unusable(
              file,
              "the password is wrong",
              "Correct %s or the file of web.keyStorePasswordFile"
                  .formatted(WebSettings.PASSWORD_VARIABLE),
              e)
          : unusable(
              file, "it is not a PKCS12 key store (%s)".formatted(e), "Convert it to PKCS12", e);
    }
  }

  private static String aliasOfKey(KeyStore keyStore, Path file) throws GeneralSecurityException {
    for (String alias : Collections.list(keyStore.aliases())) {
      if (keyStore.isKeyEntry(alias)) {
        return alias;
      }
    }
    throw unusable(file, "it holds no private key", "Put certificate and key into it", null);
  }

  private static RollcallException unusable(Path file, String found, String advice, Exception e) {
    return new RollcallException(
        "Cannot use the key store %s for https: %s. %s.".formatted(file, found, advice), e);
  }

  /**
   * Checks that the certificate has not expired.
   *
   * @param now the current time
   * @throws RollcallException if it has expired by then
   */
  public void requireValid(Instant now) {
    if (!expires.isAfter(now)) {
      throw new RollcallException(
          "The certificate in web.keyStore expired on %s. Get a new one, put it there, and restart 'serve'."
              .formatted(expires));
    }
  }

  @Override
  public String toString() {
    return "WebCertificate[expires=%s]".formatted(expires);
  }
}
