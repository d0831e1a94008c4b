package org.rollcall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.rollcall.cli.console.Console;

/** What a printer writes to the console, line by line. */
final class Printed {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  Console console() {
    return new Console(
        new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false, 80);
  }

  List<String> out() {
    return out.toString(UTF_8).lines().toList();
  }

  List<String> err() {
    return err.toString(UTF_8).lines().toList();
  }
}
