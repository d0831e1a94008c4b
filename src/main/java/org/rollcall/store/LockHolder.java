package org.rollcall.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Who works on a home, as the lock file says it: a line each for process, command and begin.
 *
 * @param process its id in the operating system
 * @param command its command
 * @param since when it took the lock
 */
record LockHolder(long process, String command, Instant since) {
  private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  /** Says who holds the lock, by a file that may be just about to be written. */
  static String read(Path file, Clock clock) throws IOException {
    List<String> lines = Files.readAllLines(file, UTF_8);
    try {
      return new LockHolder(Long.parseLong(lines.get(0)), lines.get(1), Instant.parse(lines.get(2)))
          .sentence(clock);
    } catch (IndexOutOfBoundsException | NumberFormatException | DateTimeException e) {
      return "Another 'rollcall' works on this home. Wait for it or stop it.";
    }
  }

  void write(FileChannel channel) throws IOException {
    channel.truncate(0);
    ByteBuffer text = UTF_8.encode(process + "\n" + command + "\n" + since + "\n");
    while (text.hasRemaining()) {
      channel.write(text);
    }
  }

  String sentence(Clock clock) {
    LocalDateTime begin = LocalDateTime.ofInstant(since, clock.getZone());
    boolean today = begin.toLocalDate().equals(LocalDateTime.now(clock).toLocalDate());
    return "Another 'rollcall %s' (process %d, since %s) works on this home. Wait for it or stop it."
        .formatted(command, process, (today ? TODAY : EARLIER).format(begin));
  }
}
