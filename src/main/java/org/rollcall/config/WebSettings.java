package org.rollcall.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the service can be looked at over the network.
 *
 * @param port port of the page (0 to 65535); 0 for no page
 * @param address network address that it is served at (not blank)
 * @param keyStore PKCS12 file with certificate and key, from the home; empty for no encryption
 * @param keyStorePasswordFile file with its password, from the home
 * @param publicAddress where people open the pages, if another server passes requests on: {@code
 *     http} or {@code https} with a host
 */
public record WebSettings(
    int port,
    String address,
    Optional<Path> keyStore,
    Optional<Path> keyStorePasswordFile,
    Optional<URI> publicAddress) {
  /** Highest port that there is. */
  private static final int HIGHEST = 65_535;

  /** What holds when nothing is set: for programs on the same machine only. */
  public static final WebSettings DEFAULT = new WebSettings(7655, "127.0.0.1");

  public WebSettings {
    if (port < 0 || port > HIGHEST) {
      throw new IllegalArgumentException("port must be 0 to 65535, got " + port);
    }
    if (address.isBlank()) {
      throw new IllegalArgumentException("address must not be blank");
    }
    publicAddress.ifPresent(WebSettings::check);
  }

  private static void check(URI address) {
    boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
    boolean bare = address.getRawQuery() == null && address.getRawFragment() == null;
    if (!web || address.getHost() == null || address.getRawUserInfo() != null || !bare) {
      throw new IllegalArgumentException(
          "publicAddress must be like https://host[:port][/path], got '%s'".formatted(address));
    }
  }

  /**
   * Pages that are neither encrypted nor passed on.
   *
   * @param port port of the page (0 to 65535); 0 for no page
   * @param address network address that it is served at (not blank)
   */
  public WebSettings(int port, String address) {
    this(port, address, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** {@return whether there is a page at all} */
  public boolean isOn() {
    return port > 0;
  }

  /** {@return whether nobody else on the network reaches the pages} */
  public boolean isForThisMachine() {
    return address.startsWith("127.") || address.equals("::1") || address.equals("localhost");
  }
}
