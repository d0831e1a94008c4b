package org.rollcall.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.function.Consumer;

/**
 * Splits what the logger writes into records: the logger flushes after each one, so a message and
 * its stack trace stay together.
 */
final class LogStream extends OutputStream {
  /** Ends a record early: a library that bypasses the logger may never flush. */
  private static final int MOST_BYTES = 64_000;

  private final Consumer<String> records;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /**
   * Starts without any record.
   *
   * @param records receives each record, line ends included
   */
  LogStream(Consumer<String> records) {
    this.records = records;
  }

  @Override
  public synchronized void write(int one) {
    bytes.write(one);
    if (one == '\n' && bytes.size() > MOST_BYTES) {
      flush();
    }
  }

  @Override
  public synchronized void write(byte[] some, int from, int count) {
    bytes.write(some, from, count);
    if (bytes.size() > MOST_BYTES) {
      flush();
    }
  }

  @Override
  public synchronized void flush() {
    if (bytes.size() > 0) {
      String record = bytes.toString(UTF_8);
      bytes.reset();
      records.accept(record);
    }
  }

  @Override
  public void close() {
    flush();
  }
}
