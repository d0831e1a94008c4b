package org.rollcall.face.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.face.pack.PublicSource.HttpTimeouts;

/** Installs a tiny pack from a server on this machine. */
class PublicSourceTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(300);

  @TempDir Path folder;

  private final AtomicInteger requests = new AtomicInteger();
  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void install_fromServer_givesASoundPack() {
    serve(PublicSourceTest::send);

    install(LONG);

    assertThat(new PackFolder(folder.resolve("models/tiny")).problem()).isEmpty();
    assertThat(requests).hasValue(2);
  }

  @Test
  void install_fileNotFound_isNotRequestedAgain() {
    serve(exchange -> exchange.sendResponseHeaders(404, -1));

    assertThatThrownBy(() -> install(LONG))
        .isInstanceOf(InstallationFailed.class)
        .hasMessageContaining("one.bin' for model pack 'tiny': the server answered 404.")
        .hasMessageContaining("'--from DIR', ROLLCALL_MODELS_FROM or 'models.from'");
    assertThat(requests).hasValue(1);
  }

  @Test
  void install_serverBusyOnce_succeedsWithTheNextAttempt() {
    serve(
        exchange -> {
          if (requests.get() == 1) {
            exchange.sendResponseHeaders(503, -1);
          } else {
            send(exchange);
          }
        });

    install(LONG);

    assertThat(requests).hasValue(3);
  }

  @Test
  void install_connectionCut_failsAfterAllAttempts() {
    serve(
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write('x');
        });

    assertThatThrownBy(() -> install(LONG))
        .isInstanceOf(InstallationFailed.class)
        .hasMessageContaining("no connection (");
    assertThat(requests).hasValue(2);
  }

  @Test
  void install_serverStalls_failsAfterTheTimeout() {
    serve(
        exchange -> {
          exchange.sendResponseHeaders(200, 10);
          exchange.getResponseBody().write('f');
          exchange.getResponseBody().flush();
          waitForEnd();
        });

    assertThatThrownBy(() -> install(SHORT))
        .isInstanceOf(InstallationFailed.class)
        .hasMessageContaining("one.bin");
    assertThat(folder.resolve("models/tiny")).doesNotExist();
  }

  @Test
  void install_otherFile_namesTheAddress() {
    serve(
        exchange -> {
          byte[] page =
              "<html>Sign in to the school's network</html>".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
        });

    assertThatThrownBy(() -> install(LONG))
        .isInstanceOf(InstallationFailed.class)
        .hasMessageContaining("'%sone.bin' has 44 bytes, expected 10", address());
  }

  @Test
  void install_connectionRefused_saysHowToInstallWithoutNetwork() {
    server.stop(0);

    assertThatThrownBy(() -> install(LONG))
        .isInstanceOf(InstallationFailed.class)
        .hasMessageContaining("no connection (java.net.ConnectException")
        .hasMessageContaining("Without a network");
  }

  private void serve(HttpHandler handler) {
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          handler.handle(exchange);
          exchange.close();
        });
  }

  private static void send(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String text = TinyPack.FILES.get(path.substring(path.lastIndexOf('/') + 1));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void waitForEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String address() {
    return "http://127.0.0.1:%d/at/commit/".formatted(server.getAddress().getPort());
  }

  private void install(Duration patience) {
    PublishedPack pack = TinyPack.publish(folder.resolve("mirror"), address());
    PackInstaller installer =
        new PackInstaller(
            folder.resolve("models"),
            List.of(pack),
            Map.of("tiny", TinyPack::convert),
            path -> Long.MAX_VALUE);
    PackSource source =
        new PublicSource(
            new HttpTimeouts(Duration.ofSeconds(5), patience, 2, Duration.ofMillis(1)));
    installer.install(List.of("tiny"), source, fetched -> {});
  }
}
