package org.rollcall.worker;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;

/** A process that plays the part that a test gives it, instead of working on recordings. */
final class Actor {
  private static final String HASH = "a".repeat(64);

  private static final DataInputStream REQUESTS = new DataInputStream(System.in);

  private static final List<byte[]> HOARD = new ArrayList<>();

  private Actor() {}

  /** What the process does, each word one after the other. */
  public static void main(String[] parts) throws Exception {
    Signals signals = new Signals(System.out);
    for (String part : parts) {
      switch (part) {
        case "read" -> signals.reading(HASH);
        case "photo" -> signals.photo(HASH);
        case "no-photo" -> signals.photo("");
        case "progress" -> signals.recording(Duration.ofSeconds(5), Duration.ofSeconds(60));
        case "photos" -> signals.items(3, 4);
        case "babble" -> System.out.println("libfoo: [warn] #rollcall done");
        case "facts" -> signals.answer("PT45M - true");
        case "done" -> signals.done();
        case "says" -> signals.answer("a line\nof words");
        case "give-up" -> signals.fail(new RollcallException("No such class.\nMake it."));
        case "postpone" -> signals.fail(new TemporaryFailure("The disk is full."));
        case "next" -> System.in.read();
        case "request" -> Request.read(REQUESTS);
        case "stay" -> REQUESTS.transferTo(OutputStream.nullOutputStream());
        case "die" -> Runtime.getRuntime().halt(7);
        case "kill" -> kill();
        case "sleep" -> Thread.sleep(Duration.ofMinutes(5).toMillis());
        case "hoard" -> HOARD.add(new byte[1 << 30]);
        default -> throw new IllegalArgumentException(part);
      }
    }
  }

  private static void kill() throws InterruptedException {
    try {
      new ProcessBuilder("kill", "-9", "" + ProcessHandle.current().pid()).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ProcessBuilder playing(String... parts) {
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                Actor.class.getName()));
    command.addAll(List.of(parts));
    return new ProcessBuilder(command);
  }

  static String hash() {
    return HASH;
  }
}
