package org.rollcall.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.school.Home;

/**
 * Requests inside of requests. Where a server in front of the pages and the pages themselves
 * disagree on where a request ends, the rest of one visitor's request becomes the beginning of
 * another visitor's. Jetty before 12.1.7 ended a chunk's extension at a line break within quotes
 * (CVE-2026-2332), which RFC 9112 does not allow; nothing but the version of a library keeps this
 * out, so a test has to.
 */
class RequestSmugglingTest {
  private static final String HIDDEN =
      "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

  private static final int MILLIS = 10_000;

  @TempDir Path folder;
  @AutoClose private TestSite site;
  private int port;

  @BeforeEach
  void open() throws IOException {
    site = TestSite.open(Home.of(folder));
    port = URI.create(site.address()).getPort();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1;extension=\"open\r\nX\r\n0\r\n\r\n",
        "1;extension=\"open\nX\r\n0\r\n\r\n",
        "1;extension=open\nX\r\n0\r\n\r\n",
        "1;extension=\"open\rX\r\n0\r\n\r\n",
        "1\nX\r\n0\r\n\r\n",
        "1\r\nX\n0\r\n\r\n"
      })
  void post_malformedChunk_endsTheConnectionWithTheRequest(String chunks) throws IOException {
    String answers = send(chunks + HIDDEN);

    assertThat(answers).startsWith("HTTP/1.1 400 ").containsOnlyOnce("HTTP/1.1");
  }

  @Test
  void post_chunkWithAnExtension_isReadToItsEnd() throws IOException {
    String answers = send("1;extension=\"closed\"\r\nX\r\n0\r\n\r\n" + HIDDEN);

    assertThat(answers.split("HTTP/1.1 ", -1)).hasSize(3);
    assertThat(answers).doesNotContain("HTTP/1.1 400 ").contains("\"status\"");
  }

  /** {@return all that the server says until it closes the connection} */
  private String send(String body) throws IOException {
    String request =
        """
        POST /login HTTP/1.1\r
        Host: localhost\r
        Content-Type: application/x-www-form-urlencoded\r
        Transfer-Encoding: chunked\r
        \r
        """;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(MILLIS);
      socket.getOutputStream().write((request + body).getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
