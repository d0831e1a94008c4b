package org.rollcall.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.home.HomeStore;
import org.rollcall.school.Home;
import org.rollcall.settings.SettingsFile;
import org.rollcall.store.Store;
import org.rollcall.store.account.Account;
import org.rollcall.store.account.Account.Role;
import org.rollcall.testing.TestPassword;
import org.rollcall.testing.UsesProcesses;
import org.rollcall.testing.Waiting;
import org.rollcall.web.Browser;

/**
 * More is sent than there is memory for. A service that goes on after that may answer, but work no
 * more; so it ends, and whatever started it starts it again.
 */
@UsesProcesses
class MemoryAttackTest {
  private static final int FEW_MEGABYTES = 64;
  private static final int HEAP_WAS_FULL = 3;
  private static final String GLANCE = "/classes/7A/enrolment/students/S1001/glance";
  private static final int BODY_BYTES = 2_000_000;

  @TempDir Path folder;
  private final List<Socket> sockets = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private int port;

  @BeforeEach
  void makeSchool() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Home home = Home.of(folder);
    Files.createDirectories(home.classFolder("7A").resolve("students"));
    Files.createDirectories(home.footage());
    Files.writeString(home.rosterFile("7A"), "id,name\nS1001,Ada Birch\n");
    Files.writeString(home.settingsFile(), "web: {port: %d}\n".formatted(port));
    try (Store store = HomeStore.open(home, SettingsFile.read(home))) {
      store.accounts().add(new Account("head", Role.ADMIN, Set.of("7A"), false), TestPassword.HASH);
    }
  }

  @AfterEach
  void end() throws Exception {
    for (Socket socket : sockets) {
      socket.close();
    }
    for (Node node : nodes) {
      node.killAll();
    }
  }

  @Test
  void serve_memoryFull_endsAndStartsAgain() throws Exception {
    Node node = serve();
    sendMoreThanThereIsRoomFor();

    assertThat(node.await(Duration.ofMinutes(1))).as(node.output()).isEqualTo(HEAP_WAS_FULL);
    serve();
  }

  private Node serve() throws Exception {
    Node node = Node.start(folder, Map.of(), FEW_MEGABYTES, "serve");
    nodes.add(node);
    assertThat(Waiting.until(this::health, answer -> answer.contains("well")))
        .as(node.output())
        .contains("well");
    return node;
  }

  private String health() throws InterruptedException {
    try {
      return browser().get("/health").body();
    } catch (IOException e) {
      return e.toString();
    }
  }

  private Browser browser() {
    return new Browser("http://127.0.0.1:" + port, "en");
  }

  /** Pictures of a webcam that never end. */
  private void sendMoreThanThereIsRoomFor() throws Exception {
    Browser admin = browser().loggedIn("head", TestPassword.TEXT);
    String head =
        Besieged.post(
            GLANCE,
            "Cookie: " + admin.cookies(),
            "X-Form-Token: " + admin.formToken("/password"),
            "Content-Type: image/jpeg",
            "Content-Length: " + (BODY_BYTES + 1));
    byte[] body = "x".repeat(BODY_BYTES).getBytes(StandardCharsets.US_ASCII);
    try {
      for (int sent = 0; sent < 2 * FEW_MEGABYTES * 1_000_000; sent += BODY_BYTES) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        sockets.add(socket);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(body);
      }
    } catch (IOException e) {
      // It has ended, and hung up.
    }
  }
}
