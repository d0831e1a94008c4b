package org.rollcall.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.rollcall.settings.WebSettings;

/** Checks that the port of the pages is free. */
final class PortCheck implements Check {
  private final WebSettings settings;

  PortCheck(WebSettings settings) {
    this.settings = settings;
  }

  @Override
  public List<Finding> run() {
    if (!settings.isOn()) {
      return List.of(Finding.ok("page", "off (web.port is 0)"));
    }
    String where = "%s, port %d".formatted(settings.address(), settings.port());
    try (ServerSocket socket =
        new ServerSocket(settings.port(), 1, InetAddress.getByName(settings.address()))) {
      return List.of(Finding.ok("page", "%s: free".formatted(socket.getLocalSocketAddress())));
    } catch (IOException e) {
      return List.of(
          Finding.note(
              "page",
              "%s: %s".formatted(where, e.getMessage()),
              "Fine if 'rollcall serve' is running here; otherwise set web.port to a free port."));
    }
  }
}
