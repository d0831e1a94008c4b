package org.rollcall.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.rollcall.night.NightlyJob;
import org.rollcall.night.RunOutcome;
import org.rollcall.night.RunRecord;
import org.rollcall.night.RunWindow;
import org.rollcall.store.ledger.Run;

/** A node in a process of its own, which a test can kill. It says what it does, line by line. */
final class NodeProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader lines;

  private NodeProcess(Process process) {
    this.process = process;
    this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  /**
   * Starts a node.
   *
   * @param url the shared database
   * @param nightly when nights are due
   * @param name its name
   * @param where where it hangs: {@code start}, {@code work} or {@code nothing}
   */
  static NodeProcess start(String url, String nightly, String name, String where)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            NodeProcess.class.getName(),
            url,
            nightly,
            name,
            where);
    return new NodeProcess(builder.redirectError(Redirect.INHERIT).start());
  }

  /** Runs in the other process. */
  public static void main(String[] arguments) throws InterruptedException {
    String url = arguments[0];
    String name = arguments[2];
    String where = arguments[3];
    new QuartzService(ServiceThread.FAST)
        .serve(
            ClusterTest.plan(url, arguments[1]),
            new NamedRunRecord(new PostgresRunRecord(url), name, where),
            new Talk(where));
  }

  /** A record of runs in which the node has its own name. */
  private record NamedRunRecord(RunRecord runs, String node, String where) implements RunRecord {
    @Override
    public boolean start(Run run) {
      Run own = new Run(run.name(), run.started(), run.until(), node);
      say("starts " + run.name());
      hangIf(where.equals("start"));
      return runs.start(own);
    }

    @Override
    public Optional<Run> last() {
      return runs.last();
    }

    @Override
    public Optional<Run> open(Instant now) {
      return runs.open(now);
    }

    @Override
    public void end(Run run, Instant ended, boolean complete) {
      runs.end(run, ended, complete);
      say("ended " + run.name());
    }
  }

  private record Talk(String where) implements NightlyJob {
    @Override
    public RunOutcome runPass(RunWindow window) {
      say("works");
      hangIf(where.equals("work"));
      return RunOutcome.COMPLETE;
    }

    @Override
    public void announce(Instant next) {
      say("waits for " + next);
    }

    @Override
    public void check() {}
  }

  private static void say(String line) {
    System.out.println(line);
  }

  private static void hangIf(boolean here) {
    try {
      if (here) {
        Thread.currentThread().join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until the node says something. */
  String awaits(String prefix) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.startsWith(prefix)) {
      line = lines.readLine();
    }
    if (line == null) {
      throw new IllegalStateException("The node ended before it said: " + prefix);
    }
    return line;
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
