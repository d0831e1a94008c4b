package org.rollcall.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.school.Home;
import org.rollcall.testing.TakesLong;

/** How long the pages wait for the head of a request: ten seconds, looked at every second. */
@TakesLong
class HeadDeadlineTest {
  private static final String HEALTH = "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n";
  private static final Duration AFTER_THE_DEADLINE = Duration.ofSeconds(13);

  @TempDir Path folder;
  private TestSite site;

  @BeforeEach
  void open() throws IOException {
    site = TestSite.open(Home.of(folder));
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void connection_withDrippingHead_isClosed() throws Exception {
    try (Socket socket = connect()) {
      send(socket, "GET /health HTTP/1.1\r\n");

      assertThat(drips(socket)).isTrue();
    }
  }

  @Test
  void connection_whoseSecondHeadDrips_isClosed() throws Exception {
    try (Socket socket = connect()) {
      send(socket, HEALTH);
      assertThat(answer(socket)).startsWith("HTTP/1.1 200 ");
      Thread.sleep(2000);
      send(socket, "GET /health HTTP/1.1\r\n");

      assertThat(drips(socket)).isTrue();
    }
  }

  @Test
  void connection_silentAfterARequest_takesAnother() throws Exception {
    try (Socket socket = connect()) {
      send(socket, HEALTH);
      assertThat(answer(socket)).startsWith("HTTP/1.1 200 ");
      Thread.sleep(AFTER_THE_DEADLINE.toMillis());
      send(socket, HEALTH);

      assertThat(answer(socket)).startsWith("HTTP/1.1 200 ");
    }
  }

  /** Sends five header lines a second, for long. {@return whether the server has hung up} */
  private static boolean drips(Socket socket) throws Exception {
    Instant end = Instant.now().plus(AFTER_THE_DEADLINE);
    try {
      while (Instant.now().isBefore(end)) {
        send(socket, "X-Slow: x\r\n");
        Thread.sleep(200);
      }
      return false;
    } catch (SocketException e) {
      return true;
    }
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), URI.create(site.address()).getPort());
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String answer(Socket socket) throws IOException {
    byte[] bytes = new byte[4096];
    return new String(bytes, 0, socket.getInputStream().read(bytes), StandardCharsets.US_ASCII);
  }
}
