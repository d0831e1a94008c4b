package org.rollcall.worker;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.lesson.Progress;

/**
 * What a child tells its parent, a line for each thing: {@code #rollcall recording 12000 2700000}.
 * Whatever else comes on the stream is some library talking to itself.
 */
public final class Signals implements Progress {
  private static final Pattern LINE = Pattern.compile("#rollcall (\\w+) ?(.*)");

  static final String SAYS = "says";
  static final String DONE = "done";
  static final String FAILED = "failed";

  private final PrintStream out;

  /**
   * Speaks on a stream.
   *
   * @param out to the parent
   */
  public Signals(PrintStream out) {
    this.out = out;
  }

  @Override
  public void reading(String sha256) {
    send("reading", sha256);
  }

  @Override
  public void recording(Duration position, Duration length) {
    send("recording", position.toMillis() + " " + length.toMillis());
  }

  @Override
  public void things(int done, int all) {
    send("things", done + " " + all);
  }

  /**
   * Answers a question, or a part of it.
   *
   * @param answer a line
   */
  public void says(String answer) {
    send(SAYS, answer.replace('\n', ' '));
  }

  /** Says that all is in the store that shall be there. */
  public void done() {
    send(DONE, "");
  }

  /**
   * Says why the child gives up, although nothing is wrong with the recording.
   *
   * @param reason a sentence
   */
  public void givesUp(String reason) {
    send(FAILED, reason.replace('\n', ' '));
  }

  private synchronized void send(String what, String rest) {
    out.println("#rollcall " + what + " " + rest);
    out.flush();
  }

  /**
   * A line.
   *
   * @param what what it is about
   * @param rest what it says of it
   */
  record Signal(String what, String rest) {}

  /** {@return what a line says; empty if no child of Rollcall means anything by it} */
  static Optional<Signal> parse(String line) {
    Matcher matcher = LINE.matcher(line);
    return matcher.matches()
        ? Optional.of(new Signal(matcher.group(1), matcher.group(2).strip()))
        : Optional.empty();
  }

  /** What the parent heard of a child. For one listening thread and others that look. */
  static final class Heard {
    private final Progress progress;
    private volatile long last = System.nanoTime();
    private volatile Optional<String> reading = Optional.empty();
    private volatile Optional<String> failure = Optional.empty();
    private volatile boolean done;

    Heard(Progress progress) {
      this.progress = progress;
    }

    void hear(String line) {
      parse(line)
          .ifPresent(
              signal -> {
                last = System.nanoTime();
                understand(signal.what, signal.rest);
              });
    }

    private void understand(String what, String rest) {
      switch (what) {
        case "reading" -> {
          reading = Optional.of(rest);
          progress.reading(rest);
        }
        case FAILED -> failure = Optional.of(rest);
        case DONE -> done = true;
        case "recording" ->
            progress.recording(Duration.ofMillis(first(rest)), Duration.ofMillis(second(rest)));
        case "things" -> progress.things((int) first(rest), (int) second(rest));
        default -> {
          // From a child of another version.
        }
      }
    }

    private static long first(String numbers) {
      return Long.parseLong(numbers.substring(0, numbers.indexOf(' ')));
    }

    private static long second(String numbers) {
      return Long.parseLong(numbers.substring(numbers.indexOf(' ') + 1));
    }

    /** {@return how long nothing was heard} */
    Duration silence() {
      return Duration.ofNanos(System.nanoTime() - last);
    }

    /** {@return the recording that was read last} */
    Optional<String> reading() {
      return reading;
    }

    /** {@return why the child gave up} */
    Optional<String> failure() {
      return failure;
    }

    boolean done() {
      return done;
    }
  }
}
