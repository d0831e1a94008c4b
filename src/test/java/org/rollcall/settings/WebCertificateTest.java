package org.rollcall.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.RollcallException;
import org.rollcall.testing.SchoolFolder;

/** Key stores without a key; {@code ConnectionTest} has one whose certificate is used. */
class WebCertificateTest {
  private static final String PASSWORD = "of-this-test";
  private static final String NO_KEY = "it holds no private key. Put certificate and key into it.";
  private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");

  @TempDir Path folder;
  private SchoolFolder school;

  @BeforeEach
  void open() {
    school = new SchoolFolder(folder);
    school.write(
        "config/rollcall.yaml",
        "web: {keyStore: config/web.p12, keyStorePasswordFile: config/password}\n");
    school.write("config/password", PASSWORD + "\n");
  }

  private void emptyKeyStore() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (OutputStream out = Files.newOutputStream(folder.resolve("config/web.p12"))) {
      store.store(out, PASSWORD.toCharArray());
    }
  }

  private void assertUnusable(String why, Map<String, String> environment) {
    WebSettings settings = SettingsFile.read(school.home()).web();
    assertThatThrownBy(() -> WebCertificate.read(school.home(), settings, environment))
        .isInstanceOf(RollcallException.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining(PASSWORD);
  }

  @Test
  void read_noFile_saysWhichSettingNamesIt() {
    assertUnusable("there is no such file. Correct web.keyStore.", Map.of());
  }

  @Test
  void read_passwordInAFile_opensTheKeyStore() throws Exception {
    emptyKeyStore();

    assertUnusable(NO_KEY, Map.of());
  }

  @Test
  void read_passwordInTheEnvironment_countsMoreThanTheFile() throws Exception {
    emptyKeyStore();
    school.write("config/password", "another\n");

    assertUnusable(NO_KEY, Map.of(WebSettings.PASSWORD_VARIABLE, PASSWORD));
    assertUnusable("the password is wrong", Map.of(WebSettings.PASSWORD_VARIABLE, ""));
  }

  @Test
  void read_wrongPassword_saysWhatToCorrect() throws Exception {
    emptyKeyStore();

    assertUnusable(
        "the password is wrong. Correct ROLLCALL_WEB_KEYSTORE_PASSWORD or the file of"
            + " web.keyStorePasswordFile.",
        Map.of(WebSettings.PASSWORD_VARIABLE, "another"));
  }

  @Test
  void read_emptyPasswordFile_isNoPassword() throws Exception {
    emptyKeyStore();
    school.write("config/password", " \n");

    assertUnusable(
        "There is no password for web.keyStore. Set ROLLCALL_WEB_KEYSTORE_PASSWORD", Map.of());
  }

  @Test
  void read_noPasswordFile_saysWhichSettingNamesIt() throws Exception {
    emptyKeyStore();
    Files.delete(folder.resolve("config/password"));

    assertUnusable("or correct web.keyStorePasswordFile.", Map.of());
  }

  @Test
  void read_otherFormat_saysWhatToDo() {
    school.write("config/web.p12", "-----BEGIN CERTIFICATE-----\n");

    assertUnusable("Convert it to PKCS12.", Map.of());
  }

  @Test
  void requireValid_lastMoment_isValid() throws Exception {
    WebCertificate certificate = new WebCertificate(KeyStore.getInstance("PKCS12"), PASSWORD, END);

    assertThatCode(() -> certificate.requireValid(END.minusMillis(1))).doesNotThrowAnyException();
    assertThatThrownBy(() -> certificate.requireValid(END))
        .isInstanceOf(RollcallException.class)
        .hasMessageContaining("expired on 2027-01-01T00:00:00Z. Get a new one");
  }

  @Test
  void toString_certificate_hidesThePassword() throws Exception {
    assertThat(new WebCertificate(KeyStore.getInstance("PKCS12"), PASSWORD, END))
        .hasToString("WebCertificate[expires=2027-01-01T00:00:00Z]");
  }
}
