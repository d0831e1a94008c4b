package org.rollcall.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.testing.TakesLong;
import org.rollcall.web.Browser;

/** What is not HTTP, or not a form, and connections that end in the middle. */
@TakesLong
class MalformedAttackTest extends Attack {
  private static final int REQUESTS = Chaos.amount(150, 10_000);
  private static final String FORM =
      Besieged.post(
              "/login",
              "Content-Type: application/x-www-form-urlencoded",
              "Transfer-Encoding: chunked")
          + "10\r\nname=birch&passw\r\n4\r\nord=\r\n0\r\n\r\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: -1",
        "Content-Length: 99999999999999999999",
        "Content-Length: 4\r\nContent-Length: 5",
        "Content-Length: 4\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding: chunked, chunked",
        "Content-Length: 4\r\nContent-Encoding: gzip",
        "Content-Length: 4\r\nContent-Type: multipart/form-data",
        "Content-Length: 4\r\nContent-Type: multipart/form-data; boundary=",
        "Content-Length: 4\r\nExpect: 100-continue\r\nContent-Type: \u0000"
      })
  void head_malformed_isRefusedOrIgnored(String headers) throws IOException {
    try (Socket socket = school.connect(Besieged.post("/login", headers) + "a=%\1")) {
      socket.shutdownOutput();
      assertThat(Besieged.answer(socket)).doesNotContain(" 200 ", " 303 ", " 500 ");
    }
  }

  @Test
  void form_badlyEncoded_isRefused() throws Exception {
    Browser stranger = school.site().browser();
    for (String body :
        new String[] {"name=%", "%zz=1", "a&".repeat(2000), "name=%00&password=%00"}) {
      String head =
          Besieged.post(
              "/login",
              "Content-Type: application/x-www-form-urlencoded",
              "Content-Length: " + body.length());
      try (Socket socket = school.connect(head + body)) {
        assertThat(Besieged.answer(socket)).containsAnyOf(" 400 ", " 401 ");
      }
    }
    try (Socket socket = school.connect("GET /login?to=% HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
      assertThat(Besieged.answer(socket)).containsAnyOf(" 200 ", " 400 ");
    }
    assertThat(stranger.get("/login").statusCode()).isEqualTo(200);
  }

  /** More than the server keeps connections, so that none of them may be kept. */
  @Test
  void form_cutOffInItsBody_leavesNoConnectionBehind() throws Exception {
    String half = FORM.substring(0, FORM.indexOf("ord="));
    for (int i = 0; i < 600; i++) {
      school.connect(half).close();
    }
    school.requireUnharmed();
  }

  /** Each at its own place: in the head, in a chunk, between two. */
  @Test
  void request_cutOffSomewhere_harmsNobody() throws IOException {
    Random random = new Random(7);
    for (int i = 0; i < REQUESTS; i++) {
      school.connect(FORM.substring(0, random.nextInt(FORM.length()))).close();
    }
  }

  @Test
  void request_withBytesChanged_harmsNobody() throws IOException {
    Random random = new Random(11);
    for (int i = 0; i < REQUESTS; i++) {
      byte[] bytes = FORM.getBytes(StandardCharsets.ISO_8859_1);
      for (int flips = 0; flips < 3; flips++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try (Socket socket = school.connect()) {
        socket.getOutputStream().write(bytes);
        socket.shutdownOutput();
        assertThat(Besieged.answer(socket)).doesNotContain(" 500 ");
      }
    }
  }

  @Test
  void upload_cutOffSomewhere_leavesNothing() throws Exception {
    Random random = new Random(13);
    Browser teacher = school.site().browserOf("birch");
    String form =
        "--b\r\nContent-Disposition: form-data; name=\"day\"\r\n\r\n2026-11-16\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"recording\"; filename=\"a\"\r\n\r\n"
            + "x".repeat(100_000)
            + "\r\n--b--\r\n";
    String head =
        Besieged.post(
            "/classes/7A/attendance",
            "Cookie: " + teacher.cookies(),
            "X-Form-Token: " + teacher.formToken("/password"),
            "Content-Type: multipart/form-data; boundary=b",
            "Content-Length: " + form.length());
    for (int i = 0; i < REQUESTS / 10; i++) {
      school.connect(head + form.substring(0, random.nextInt(form.length()))).close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "--b\r\n\r\n\r\n--b--\r\n",
        "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n",
        "--b\r\nContent-Disposition: form-data; name=\"recording\"; filename=\"a\"\r\n\r\nno end",
        "--b--\r\n"
      })
  void upload_malformed_isRefused(String form) throws Exception {
    Browser teacher = school.site().browserOf("birch");
    String head =
        Besieged.post(
            "/classes/7A/attendance",
            "Cookie: " + teacher.cookies(),
            "X-Form-Token: " + teacher.formToken("/password"),
            "Content-Type: multipart/form-data; boundary=b",
            "Content-Length: " + form.length());

    try (Socket socket = school.connect(head + form)) {
      assertThat(Besieged.answer(socket)).containsAnyOf(" 400 ", " 422 ");
    }
  }
}
