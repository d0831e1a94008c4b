package org.rollcall.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.home.HomeStore;
import org.rollcall.model.RollcallException;
import org.rollcall.school.Home;
import org.rollcall.settings.SettingsFile;
import org.rollcall.store.Store;
import org.rollcall.store.account.Account;
import org.rollcall.store.account.Account.Role;
import org.rollcall.testing.TestPassword;
import org.rollcall.testing.UsesProcesses;
import org.rollcall.worker.Service;

/** How pages get to browsers: by https, and through another server. */
@UsesProcesses
class ConnectionTest {
  private static final String PASSWORD = TestPassword.TEXT;

  @TempDir Path folder;
  private Home home;
  private int port;

  @BeforeEach
  void prepare() throws IOException {
    home = Home.of(folder);
    Files.createDirectories(home.config());
    port = TestSite.freePort();
    Files.writeString(home.config().resolve("password"), "changeit\n");
  }

  @Test
  void open_keyStore_answersByHttpsOnly() throws Exception {
    makeKeyStore("-validity", "30");
    secure();

    try (PageServer server = open()) {
      assertThat(server.address()).isEqualTo("https://127.0.0.1:" + port);
      HttpResponse<String> answer =
          browser("TLSv1.3").send(get("https", "/login"), BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Strict-Transport-Security"))
          .contains("max-age=31536000");
      assertThat(browser("TLSv1.2").send(get("https", "/health"), BodyHandlers.ofString()).body())
          .contains("status");
      assertThat(logIn("https").headers().firstValue("Set-Cookie").orElseThrow())
          .contains("; Secure");
      assertThatThrownBy(
              () -> HttpClient.newHttpClient().send(get("http", "/login"), BodyHandlers.ofString()))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void open_keyStore_refusesOldTls() throws Exception {
    makeKeyStore("-validity", "30");
    secure();

    try (PageServer server = open()) {
      assertThat(server.address()).isNotEmpty();
      assertThatThrownBy(
              () -> browser("TLSv1.1").send(get("https", "/login"), BodyHandlers.ofString()))
          .isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void open_keyStoreThatCannotBeUsed_saysWhy() throws Exception {
    secure();
    assertUnusable("web.p12 for https: there is no such file. Correct web.keyStore.");

    Files.writeString(home.config().resolve("web.p12"), "nonsense");
    assertUnusable("it is not a PKCS12 key store");

    Files.delete(home.config().resolve("web.p12"));
    makeKeyStore("-validity", "30");
    Files.writeString(home.config().resolve("password"), "something else");
    assertUnusable("the password is wrong");

    Files.writeString(home.config().resolve("password"), "\n");
    assertUnusable("There is no password for web.keyStore. Set ROLLCALL_WEB_KEYSTORE_PASSWORD");
  }

  @Test
  void open_expiredCertificate_saysSo() throws Exception {
    makeKeyStore("-startdate", "-10d", "-validity", "5");
    secure();

    assertUnusable("The certificate in web.keyStore expired on ");
  }

  @Test
  void cookie_behindAServerThatEncrypts_isSecure() throws Exception {
    write("web: {port: %d, publicAddress: 'https://rollcall.school.example'}".formatted(port));

    try (PageServer server = open()) {
      assertThat(server.address()).isEqualTo("https://rollcall.school.example");
      assertThat(logIn("http").headers().firstValue("Set-Cookie").orElseThrow())
          .contains("; Secure");
      assertThat(
              logIn("http", "X-Forwarded-Proto", "http")
                  .headers()
                  .firstValue("Set-Cookie")
                  .orElseThrow())
          .doesNotContain("Secure");
      logIn("http", "X-Forwarded-For", "203.0.113.1, 198.51.100.7");
    }
    assertThat(origins()).contains("127.0.0.1", "198.51.100.7").doesNotContain("203.0.113.1");
  }

  @Test
  void forwardedHeaders_withoutPublicAddress_areNotBelieved() throws Exception {
    write("web: {port: %d}".formatted(port));

    try (PageServer server = open()) {
      assertThat(server.address()).startsWith("http://");
      HttpResponse<String> answer =
          logIn("http", "X-Forwarded-Proto", "https", "X-Forwarded-For", "203.0.113.1");
      assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).doesNotContain("Secure");
      assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }
    assertThat(origins()).containsExactly("127.0.0.1");
  }

  /** HAProxy adds a line of its own to those of the client. */
  @Test
  void forwardedFor_inTwoLines_isTheLast() throws Exception {
    write("web: {port: %d, publicAddress: 'https://rollcall.school.example'}".formatted(port));

    try (PageServer server = open()) {
      assertThat(server.address()).startsWith("https://");
      HttpResponse<String> answer =
          logIn(
              "http",
              "X-Forwarded-For",
              "203.0.113.1",
              "X-Forwarded-For",
              "203.0.113.2, 198.51.100.7:4711",
              "X-Forwarded-Proto",
              "http",
              "X-Forwarded-Proto",
              "https");
      assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains("; Secure");
      logIn("http", "X-Forwarded-For", "[2001:db8::7]:4711");
      logIn("http", "X-Forwarded-For", "rollcall.school.example");
      logIn("http", "X-Forwarded-For", "198.51.100.8, 1.2");
    }
    assertThat(origins())
        .containsExactlyInAnyOrder("198.51.100.7", "2001:db8:0:0:0:0:0:7", "127.0.0.1");
  }

  @Test
  void forwardedHeaders_fromAnybodyButTheProxy_areNotBelieved() throws Exception {
    write(
        "web: {port: %d, publicAddress: 'https://rollcall.school.example', proxies: [10.0.0.7, 10.1.0.0/24]}"
            .formatted(port));

    try (PageServer server = open()) {
      assertThat(server.address()).startsWith("https://");
      HttpResponse<String> answer =
          logIn("http", "X-Forwarded-Proto", "https", "X-Forwarded-For", "203.0.113.1");
      assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).doesNotContain("Secure");
    }
    assertThat(origins()).containsExactly("127.0.0.1");
  }

  @Test
  void cookie_byHttps_isForThisHostOnly() throws Exception {
    write("web: {port: %d, proxies: [127.0.0.1]}".formatted(port));

    try (PageServer server = open()) {
      assertThat(server.address()).startsWith("http://");
      assertThat(logIn("http", "X-Forwarded-Proto", "https").headers().allValues("Set-Cookie"))
          .hasSize(2)
          .allMatch(cookie -> cookie.startsWith("__Host-rollcall"))
          .allMatch(cookie -> cookie.contains("Path=/") && cookie.contains("Secure"))
          .noneMatch(cookie -> cookie.contains("Domain"));
    }
  }

  @Test
  void login_fromAPageOfAnotherSite_isRefused() throws Exception {
    write("web: {port: %d, publicAddress: 'https://rollcall.school.example'}".formatted(port));

    try (PageServer server = open()) {
      assertThat(server.address()).startsWith("https://");
      assertThat(tried("Sec-Fetch-Site", "cross-site")).isEqualTo(403);
      assertThat(tried("Sec-Fetch-Site", "same-site")).isEqualTo(403);
      assertThat(tried("Origin", "http://evil.example")).isEqualTo(403);
      assertThat(tried("Origin", "null")).isEqualTo(403);
      assertThat(tried("Sec-Fetch-Site", "same-origin")).isEqualTo(303);
      assertThat(tried("Origin", "https://rollcall.school.example")).isEqualTo(303);
      assertThat(tried("Origin", "http://127.0.0.1:" + port)).isEqualTo(303);
    }
  }

  private int tried(String header, String value) throws Exception {
    return HttpClient.newHttpClient()
        .send(loginRequest("http", header, value), BodyHandlers.ofString())
        .statusCode();
  }

  private Set<String> origins() {
    try (Store store = HomeStore.open(home, SettingsFile.read(home))) {
      return Set.copyOf(
          store.auditLog().entries(0, 10).stream()
              .map(entry -> entry.origin())
              .distinct()
              .toList());
    }
  }

  private void secure() throws IOException {
    write(
        "web: {port: %d, keyStore: config/web.p12, keyStorePasswordFile: config/password}"
            .formatted(port));
  }

  private void write(String settings) throws IOException {
    Files.writeString(home.settingsFile(), settings + "\n");
  }

  private PageServer open() {
    try (Store store = HomeStore.open(home, SettingsFile.read(home))) {
      store.accounts().add(new Account("head", Role.ADMIN, Set.of(), false), TestPassword.HASH);
    }
    return PageServer.open(
        home,
        SettingsFile.read(home),
        Clock.systemUTC(),
        new Service(List::of, Optional::empty, TestSite.jobs(home)));
  }

  private void assertUnusable(String reason) {
    assertThatExceptionOfType(RollcallException.class)
        .isThrownBy(this::open)
        .withMessageContaining(reason);
  }

  private void makeKeyStore(String... validity) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "web",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                home.config().resolve("web.p12").toString(),
                "-storepass",
                "changeit"));
    command.addAll(List.of(validity));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private HttpClient browser(String protocol) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(home.config().resolve("web.p12"))) {
      trusted.load(in, "changeit".toCharArray());
    }
    KeyStore certificates = KeyStore.getInstance("PKCS12");
    certificates.load(null, null);
    certificates.setCertificateEntry("web", trusted.getCertificate("web"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(certificates);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {protocol});
    return HttpClient.newBuilder().sslContext(context).sslParameters(parameters).build();
  }

  private HttpRequest get(String scheme, String path) {
    return HttpRequest.newBuilder(URI.create(scheme + "://127.0.0.1:" + port + path)).build();
  }

  private HttpRequest loginRequest(String scheme, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(scheme + "://127.0.0.1:" + port + "/login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("name=head&password=" + PASSWORD.replace(' ', '+')));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request.build();
  }

  private HttpResponse<String> logIn(String scheme, String... headers) throws Exception {
    HttpClient client = scheme.equals("https") ? browser("TLSv1.3") : HttpClient.newHttpClient();
    HttpResponse<String> answer =
        client.send(loginRequest(scheme, headers), BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer;
  }
}
