package org.rollcall.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Checks that the native libraries can be loaded. A separate process loads them, because a library
 * that fails may crash its process.
 */
public final class NativesCheck implements Check {
  /** What that process writes before the names and versions once all are loaded. */
  public static final String LOADED = "Loaded: ";

  private static final String THING = "native libraries";
  private static final int MOST_LINES = 3;

  private final ProcessBuilder process;
  private final Path answer;
  private final Duration patience;

  /**
   * Does not start the process yet.
   *
   * @param process loads the libraries, then writes {@link #LOADED} followed by what it loaded
   * @param answer file that receives its output; deleted afterwards
   * @param patience how long it may take
   */
  public NativesCheck(ProcessBuilder process, Path answer, Duration patience) {
    this.process = process;
    this.answer = answer;
    this.patience = patience;
  }

  @Override
  public List<Finding> run() {
    try {
      Process running = process.redirectErrorStream(true).redirectOutput(answer.toFile()).start();
      try {
        return List.of(finding(running));
      } finally {
        running.destroyForcibly();
      }
    } catch (IOException e) {
      return List.of(
          Finding.bad(
              THING,
              "no process could be started to load them: " + e.getMessage(),
              "Check memory and the limits of this user."));
    } finally {
      answer.toFile().delete();
    }
  }

  private Finding finding(Process running) throws IOException {
    if (!ended(running)) {
      return bad("not loaded within %d s".formatted(patience.toSeconds()));
    }
    List<String> lines = Files.readString(answer, UTF_8).lines().toList();
    return lines.stream()
        .filter(line -> line.startsWith(LOADED))
        .findFirst()
        .map(line -> Finding.ok(THING, line.substring(LOADED.length())))
        .orElseGet(
            () ->
                bad(
                    "not loaded, exit code %d. %s"
                        .formatted(
                            running.exitValue(),
                            String.join(" ", lines.stream().limit(MOST_LINES).toList()))));
  }

  private boolean ended(Process running) {
    try {
      return running.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Finding bad(String found) {
    return Finding.bad(
        THING,
        found.strip(),
        "Use the archive for this kind of machine: Linux, macOS or Windows with an x86-64"
            + " processor.");
  }
}
