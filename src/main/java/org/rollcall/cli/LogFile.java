package org.rollcall.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * Appends whole lines to a file that others append to as well. A full file is set aside under
 * another name, of which there is one.
 */
final class LogFile extends OutputStream {
  private static final long FULL_BYTES = 10_000_000;

  private final Path file;
  private final Consumer<String> listener;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean failed;

  /**
   * Prepares the file.
   *
   * @param file the file, made with the first line
   * @param listener hears every line
   */
  LogFile(Path file, Consumer<String> listener) {
    this.file = file;
    this.listener = listener;
  }

  @Override
  public synchronized void write(int one) {
    line.write(one);
    if (one == '\n') {
      String text = line.toString(StandardCharsets.UTF_8);
      line.reset();
      append(text);
      listener.accept(text.stripTrailing());
    }
  }

  /** A log that cannot be written is no reason to stop, but one to say so, once. */
  private void append(String text) {
    try {
      Files.createDirectories(file.getParent());
      if (Files.exists(file) && Files.size(file) > FULL_BYTES) {
        Path aside = file.resolveSibling(file.getFileName() + ".1");
        Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      }
      Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      if (!failed) {
        failed = true;
        listener.accept("Cannot write %s: %s. Messages are lost.".formatted(file, e));
      }
    }
  }
}
