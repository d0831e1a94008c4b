package org.rollcall.config;

/**
 * Where the service can be looked at over the network.
 *
 * @param port port of the page (0 to 65535); 0 for no page
 * @param address network address that it is served at (not blank); what it says is not encrypted
 */
public record WebSettings(int port, String address) {
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
  }

  /** {@return whether there is a page at all} */
  public boolean isOn() {
    return port > 0;
  }
}
