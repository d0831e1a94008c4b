package org.rollcall.web.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.run.ProgressBoard;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.testing.Waiting;
import org.rollcall.worker.JobQueue;
import org.rollcall.worker.Service;

/** The server has ended a request, and work on it goes on. A failure may repeat without end. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConnectionGoneTest {
  private final PrintStream console = System.err;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final CompletableFuture<Void> work = new CompletableFuture<>();
  private final AtomicReference<Context> request = new AtomicReference<>();

  @TempDir Path root;
  private JobQueue jobs;
  private Site site;
  private Javalin server;

  @BeforeEach
  void open() {
    Clock clock = Clock.systemUTC();
    Home home = Home.of(root);
    jobs = new JobQueue(home, clock, new ProgressBoard(clock));
    Service service = new Service(List::of, Optional::empty, jobs);
    site = new Site(home, Settings.DEFAULT, clock, service);
    server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  new Protection(site).addTo(config.routes);
                  config.routes.get(
                      "/",
                      context -> {
                        request.set(context);
                        context.future(() -> work);
                      });
                })
            .start("127.0.0.1", 0);
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void close() {
    System.setErr(console);
    server.stop();
    site.close();
    jobs.close();
  }

  private void endRequest() throws Exception {
    CompletableFuture<Integer> answer =
        HttpClient.newHttpClient()
            .sendAsync(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port())).build(),
                BodyHandlers.discarding())
            .thenApply(response -> response.statusCode());
    Context context = Waiting.until(request::get, there -> there != null && isAsync(there));
    assertThat(ConnectionGone.isBehind(context)).isFalse();
    context.req().getAsyncContext().complete();
    answer.join();
    assertThat(Waiting.until(() -> ConnectionGone.isBehind(context), behind -> behind)).isTrue();
  }

  private static boolean isAsync(Context context) {
    return context.req().isAsyncStarted();
  }

  private List<String> logged() {
    return log.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void reply_afterTheRequest_costsOneLineOfTheLog() throws Exception {
    endRequest();

    work.complete(null);

    assertThat(logged()).singleElement().asString().contains("A browser has hung up before");
  }

  @Test
  void failure_afterTheRequest_costsOneLineOfTheLog() throws Exception {
    endRequest();

    work.completeExceptionally(PageProblem.missing());

    assertThat(logged()).singleElement().asString().contains("A browser has hung up before");
  }
}
