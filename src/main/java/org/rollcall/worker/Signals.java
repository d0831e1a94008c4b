package org.rollcall.worker;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.model.Progress;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.store.db.MessageJson;

/**
 * The messages from a worker to its parent, one line each: {@code #rollcall recording 12000
 * 2700000}. Any other line on the stream is output of some library.
 */
final class Signals implements Progress {
  static final String READING = "reading";
  static final String PHOTO = "photo";
  static final String RECORDING = "recording";
  static final String ITEMS = "things";
  static final String ANSWER = "says";
  static final String DONE = "done";
  static final String FAILED = "failed";
  static final String POSTPONED = "postponed";

  private static final Pattern LINE = Pattern.compile("#rollcall (\\w+) ?(.*)");

  private final PrintStream out;

  /**
   * Sends messages on a stream.
   *
   * @param out to the parent
   */
  Signals(PrintStream out) {
    this.out = out;
  }

  @Override
  public void reading(String sha256) {
    send(READING, sha256);
  }

  @Override
  public void photo(String sha256) {
    send(PHOTO, sha256);
  }

  @Override
  public void recording(Duration position, Duration length) {
    send(RECORDING, position.toMillis() + " " + length.toMillis());
  }

  @Override
  public void items(int done, int all) {
    send(ITEMS, done + " " + all);
  }

  /**
   * Sends a line of the answer to a request.
   *
   * @param answer the line
   */
  void answer(String answer) {
    send(ANSWER, oneLine(answer));
  }

  /** Reports that the request is done. */
  void done() {
    send(DONE, "");
  }

  /** Reports why the request cannot be done, for good or for now. */
  void fail(RollcallException failure) {
    send(
        failure instanceof TemporaryFailure ? POSTPONED : FAILED,
        MessageJson.write(failure.message()));
  }

  private static String oneLine(String text) {
    return text.replace('\n', ' ');
  }

  private synchronized void send(String what, String rest) {
    out.println("#rollcall " + what + " " + rest);
    out.flush();
  }

  /**
   * A message.
   *
   * @param what its kind
   * @param rest its content
   */
  record Signal(String what, String rest) {
    /** {@return the first of its two numbers} */
    long first() {
      return Long.parseLong(rest.substring(0, rest.indexOf(' ')));
    }

    /** {@return the second of its two numbers} */
    long second() {
      return Long.parseLong(rest.substring(rest.indexOf(' ') + 1));
    }
  }

  /** {@return the message in a line; empty if it is not a message of a worker} */
  static Optional<Signal> parse(String line) {
    Matcher matcher = LINE.matcher(line);
    return matcher.matches()
        ? Optional.of(new Signal(matcher.group(1), matcher.group(2).strip()))
        : Optional.empty();
  }
}
