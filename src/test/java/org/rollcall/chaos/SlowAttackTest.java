package org.rollcall.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rollcall.testing.TakesLong;
import org.rollcall.testing.Waiting;
import org.rollcall.web.Browser;

/** Connections on which hardly anything comes or goes. None of them costs a thread. */
@TakesLong
class SlowAttackTest extends Attack {
  private static final Duration SIEGE = Duration.ofSeconds(Chaos.amount(4, 420));
  private static final int BETWEEN_BYTES_MILLIS = Chaos.amount(1000, 4000);
  private static final int BETWEEN_LOOKS_MILLIS = 1000;
  private static final int UNFINISHED = Chaos.amount(60, 400);

  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService attacker = Executors.newSingleThreadScheduledExecutor();

  @AfterEach
  void hangUp() throws IOException {
    attacker.shutdownNow();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  @Test
  void loginBodies_byteByByte_harmNobody() throws Exception {
    String head =
        Besieged.post(
                "/login", "Content-Type: application/x-www-form-urlencoded", "Content-Length: 4000")
            + "name=";

    besiege(UNFINISHED, head);
  }

  @Test
  void formBodiesOfAUser_byteByByte_harmNobody() throws Exception {
    String head =
        Besieged.post(
                "/logout",
                "Cookie: " + school.site().browserOf("birch").cookies(),
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: 4000")
            + "formToken=";

    besiege(UNFINISHED, head);
  }

  /** More connections than the server keeps: it lets go of those that never come to a request. */
  @Test
  void headers_byteByByte_harmNobody() throws Exception {
    besiege(600, "GET /login HTTP/1.1\r\nX-Slow: ");
  }

  /** {@return what a teacher sends before the content of a recording} */
  private String startOfUpload(int bytes) throws Exception {
    Browser teacher = school.site().browserOf("birch");
    return Besieged.post(
            "/classes/7A/attendance",
            "Cookie: " + teacher.cookies(),
            "X-Form-Token: " + teacher.formToken("/classes/7A/attendance"),
            "Content-Type: multipart/form-data; boundary=b",
            "Content-Length: " + bytes)
        + "--b\r\nContent-Disposition: form-data; name=\"recording\"; filename=\"a\"\r\n\r\n";
  }

  @Test
  void uploads_byteByByte_leavePagesAlone() throws Exception {
    String head = startOfUpload(100_000_000);

    besiege(12, head);
    // Whoever sends too little in a minute is let go.
    assertThat(school.temporary().isEmpty()).isEqualTo(SIEGE.toMinutes() > 1);
  }

  @Test
  void uploads_moreAtOnceThanAreTaken_areRefusedAndLeavePagesAlone() throws Exception {
    String head = startOfUpload(1000) + "x";

    for (int i = 0; i < 16; i++) {
      sockets.add(school.connect(head));
    }
    Waiting.until(school::temporary, files -> files.size() == 16);
    try (Socket another = school.connect(head)) {
      assertThat(Besieged.answer(another)).startsWith("HTTP/1.1 503 ");
    }
    besiege(0, head);
  }

  /** Pages are read from memory by as many as like, as slowly as they like. */
  @Test
  void replies_readByNobody_harmNobody() throws Exception {
    String head =
        "GET /assets/rollcall.css HTTP/1.1\r\nHost: localhost\r\n\r\n"
            .repeat(Chaos.amount(40, 100));

    besiege(UNFINISHED, head);
  }

  /** Opens connections on which one byte comes now and then, and looks at the pages meanwhile. */
  private void besiege(int connections, String head) throws Exception {
    ScheduledFuture<?> drips =
        attacker.scheduleWithFixedDelay(
            () -> sockets.forEach(SlowAttackTest::drip),
            BETWEEN_BYTES_MILLIS,
            BETWEEN_BYTES_MILLIS,
            TimeUnit.MILLISECONDS);
    for (int i = 0; i < connections; i++) {
      sockets.add(school.connect(head));
    }
    Instant end = Instant.now().plus(SIEGE);
    while (Instant.now().isBefore(end)) {
      school.requireUnharmed();
      Thread.sleep(BETWEEN_LOOKS_MILLIS);
    }
    school.requireLogin();
    assertThat(drips.cancel(true)).as("was under attack to the end").isTrue();
  }

  private static void drip(Socket socket) {
    try {
      socket.getOutputStream().write("x".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      // The server has hung up.
    }
  }
}
