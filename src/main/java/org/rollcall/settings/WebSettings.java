package org.rollcall.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rollcall.basics.setting.Help;
import org.rollcall.basics.setting.Section;
import org.rollcall.basics.setting.Setting;
import org.rollcall.basics.setting.SettingsType;

/**
 * Settings for the web server.
 *
 * @param port port of the pages; 0 to serve none
 * @param address network address to listen on
 * @param keyStore PKCS12 file with certificate and key, relative to the home folder; empty for no
 *     encryption
 * @param keyStorePasswordFile file with its password, relative to the home folder
 * @param publicAddress the address that users open in the browser if a reverse proxy passes
 *     requests on: {@code http} or {@code https} with a host, followed by at most a {@code /}
 * @param proxies network addresses, or ranges of them, of the reverse proxies
 */
@Section("web")
@Help("Where 'serve' shows its pages.")
public record WebSettings(
    @Setting(key = "web.port", fallback = "7655", limits = "0 to 65535")
        @Help(
            "Port on which 'serve' shows its pages, and reports on itself at /health and /metrics;"
                + " 0 for none.")
        int port,
    @Setting(
            key = "web.address",
            fallback = "127.0.0.1",
            expected = "a network address or a host name")
        @Help(
            "Network address of that port: 127.0.0.1 for this machine only, 0.0.0.0 for everyone"
                + " who can reach it. The pages need a login, /health and /metrics do not; nothing"
                + " is encrypted without web.keyStore.")
        String address,
    @Setting(key = "web.keyStore")
        @Help(
            "PKCS12 file with the certificate of this machine and its key, to serve the pages by"
                + " https only. Leave empty for http.")
        Optional<Path> keyStore,
    @Setting(key = "web.keyStorePasswordFile", password = WebSettings.PASSWORD_VARIABLE)
        @Help("File that holds the password of web.keyStore and nothing else.")
        Optional<Path> keyStorePasswordFile,
    @Setting(
            key = "web.publicAddress",
            expected = "http:// or https:// with a host name, and a port if needed")
        @Help(
            "Address at which people find the pages, for instance https://rollcall.school.example:"
                + " for links in mails, and where a reverse proxy passes requests on.")
        Optional<URI> publicAddress,
    @Setting(key = "web.proxies", expected = "network addresses such as 10.0.0.7 or 10.0.0.0/24")
        @Help(
            "Network addresses of the reverse proxies that pass requests on. Only their headers"
                + " X-Forwarded-For and X-Forwarded-Proto are believed. Leave empty for this"
                + " machine if web.publicAddress is set, and for none otherwise.")
        Optional<List<String>> proxies) {
  /** The environment variable that holds the password of the key store. */
  public static final String PASSWORD_VARIABLE = "ROLLCALL_WEB_KEYSTORE_PASSWORD";

  /** Server only, since the links appended to it start with a slash. */
  private static final Pattern SERVER = Pattern.compile("https?://[^/?#]+/?");

  private static final Pattern PROXY =
      Pattern.compile("(?:\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:]*)(?:/\\d{1,3})?");

  private static final List<String> THIS_MACHINE = List.of("127.0.0.0/8", "::1");

  public WebSettings {
    proxies = proxies.map(List::copyOf);
    SettingsType.of(WebSettings.class)
        .check(port, address, keyStore, keyStorePasswordFile, publicAddress, proxies);
    publicAddress.ifPresent(WebSettings::checkServer);
    proxies.ifPresent(all -> all.forEach(WebSettings::checkProxy));
  }

  private static void checkProxy(String proxy) {
    if (!PROXY.matcher(proxy).matches()) {
      throw new IllegalArgumentException(
          "proxies must be network addresses such as 10.0.0.7 or 10.0.0.0/24, got '%s'"
              .formatted(proxy));
    }
  }

  private static void checkServer(URI address) {
    boolean server = SERVER.matcher(address.toString()).matches();
    if (!server || address.getHost() == null || address.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "publicAddress must be like https://host[:port], got '%s'".formatted(address));
    }
  }

  /** {@return whether pages are served at all} */
  public boolean isOn() {
    return port > 0;
  }

  /** {@return network addresses, or ranges of them, of the proxies whose headers are believed} */
  public List<String> trustedProxies() {
    return proxies.orElse(publicAddress.isPresent() ? THIS_MACHINE : List.of());
  }

  /** {@return whether passwords may cross the network unencrypted} */
  public boolean isUnprotected() {
    return isOn() && keyStore.isEmpty() && publicAddress.isEmpty() && !isForThisMachine();
  }

  /** {@return whether the pages are reachable from this machine only} */
  public boolean isForThisMachine() {
    return address.startsWith("127.") || address.equals("::1") || address.equals("localhost");
  }
}
