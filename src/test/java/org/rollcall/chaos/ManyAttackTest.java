package org.rollcall.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rollcall.testing.TakesLong;
import org.rollcall.web.Browser;

/** More of everything than a school ever sends. */
@TakesLong
class ManyAttackTest extends Attack {
  private static final int THREADS = 20;
  private static final int REQUESTS = Chaos.amount(400, 10_000);

  private final ExecutorService attackers = Executors.newFixedThreadPool(THREADS);

  @AfterEach
  void stop() {
    attackers.shutdownNow();
  }

  /** Each password costs memory and time to check; pages have threads of their own. */
  @Test
  void guesses_ofManyNames_leavePagesAlone() throws Exception {
    Browser stranger = school.site().browser();
    List<Integer> answers =
        attack(
            i ->
                stranger
                    .post("/login", Map.of("name", "name" + i, "password", "guess"))
                    .statusCode());

    assertThat(answers).isSubsetOf(401, 429, 503).contains(429);
    assertThat(school.site().store().auditLog().count()).isLessThan(100);
  }

  @Test
  void pages_askedForAllTheTime_answerInTheEnd() throws Exception {
    Browser stranger = school.site().browser();

    assertThat(attack(i -> stranger.get("/login?to=" + i).statusCode())).isSubsetOf(200, 503);
  }

  @Test
  void health_askedForAllTheTime_leavesPagesAlone() throws Exception {
    Browser stranger = school.site().browser();

    assertThat(attack(i -> stranger.get("/health").statusCode())).isSubsetOf(200, 503);
  }

  @Test
  void connections_openedAndForgotten_leaveRoomForOthers() throws Exception {
    List<Socket> idle = new ArrayList<>();
    try {
      for (int i = 0; i < Chaos.amount(300, 480); i++) {
        idle.add(school.connect());
      }
      school.requireUnharmed();
    } finally {
      for (Socket socket : idle) {
        socket.close();
      }
    }
  }

  /** One request after the other on a connection, without waiting for the answers. */
  @Test
  void requests_inOnePiece_areAnsweredInTurn() throws IOException {
    String request = "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n";
    try (Socket socket = school.connect(request.repeat(Chaos.amount(50, 500)))) {
      assertThat(Besieged.answer(socket)).isEqualTo("HTTP/1.1 200 OK");
    }
  }

  private interface Attempt {
    int make(int number) throws Exception;
  }

  /** {@return the status of each answer} */
  private List<Integer> attack(Attempt attempt) throws Exception {
    List<Callable<Integer>> attempts = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      int number = i;
      attempts.add(() -> attempt.make(number));
    }
    List<Integer> answers = new ArrayList<>();
    for (Future<Integer> answer : attackers.invokeAll(attempts)) {
      answers.add(answer.get());
    }
    return answers;
  }
}
