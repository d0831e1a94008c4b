package org.rollcall.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.rollcall.settings.LogSettings;

/**
 * Appends whole records to a file that other processes append to as well. A full file is set aside
 * under the time at which that happened, by one process alone, and the oldest of those files go.
 *
 * <p>The file is opened for each record: whoever has just opened one that is set aside writes the
 * record there, and the next one into the new file. None is lost.
 */
public final class LogFile {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'-'yyyyMMdd'-'HHmmss'-'SSS'.log'");
  private static final String ASIDE = "-\\d{8}-\\d{6}-\\d{3}\\.log";

  /** Settings are not read before a file has this size, which is the smallest that they allow. */
  private static final long SMALL_BYTES = 1_000_000;

  private final Path file;
  private final Supplier<LogSettings> settings;
  private final Clock clock;
  private final Consumer<String> troubles;
  private boolean failed;

  /**
   * Makes nothing yet.
   *
   * @param file the file, made with the first record; its name ends with {@code .log}
   * @param settings tell when it is full; asked when it is not small any more
   * @param clock tells the time
   * @param troubles hears that it cannot be written
   */
  public LogFile(
      Path file, Supplier<LogSettings> settings, Clock clock, Consumer<String> troubles) {
    this.file = file;
    this.settings = settings;
    this.clock = clock;
    this.troubles = troubles;
  }

  /** A log that cannot be written is no reason to stop, but one to say so, once. */
  synchronized void append(String record) {
    try {
      Files.createDirectories(file.getParent());
      if (bytes() > SMALL_BYTES) {
        makeRoom(settings.get());
      }
      write(record);
    } catch (IOException e) {
      if (!failed) {
        failed = true;
        troubles.accept("Cannot write %s: %s. Messages are lost.".formatted(file, e));
      }
    }
  }

  /** Another process may have set the file aside at any moment. */
  private long bytes() throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      return 0;
    }
  }

  /** In one piece, as far as the system can: others write at the same time. */
  private void write(String record) throws IOException {
    ByteBuffer bytes = UTF_8.encode(record);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  /** Where that fails, the file grows on: no message is lost for want of room. */
  private void makeRoom(LogSettings limits) throws IOException {
    if (bytes() < limits.fileBytes()) {
      return;
    }
    Path lock = file.resolveSibling("." + file.getFileName() + ".lock");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.tryLock()) {
      // Another process may have it, or have been faster.
      if (held != null && bytes() >= limits.fileBytes()) {
        setAside();
        deleteOldest(limits.keepFiles());
      }
    } catch (OverlappingFileLockException | IOException e) {
      // Another log of this process is at it, somebody reads the file, or nobody may rename it.
    }
  }

  /** Where the system refuses, for instance because somebody reads the file, it grows on. */
  private void setAside() {
    try {
      Files.move(
          file, file.resolveSibling(stem() + NAME.format(clock.instant().atZone(clock.getZone()))));
    } catch (IOException e) {
      // The next record tries again.
    }
  }

  private void deleteOldest(int kept) throws IOException {
    List<Path> newestFirst;
    try (Stream<Path> files = Files.list(file.getParent())) {
      newestFirst =
          files
              .filter(other -> other.getFileName().toString().matches(stem() + ASIDE))
              .sorted(Comparator.comparing(Path::toString).reversed())
              .toList();
    }
    for (Path old : newestFirst.subList(Math.min(kept, newestFirst.size()), newestFirst.size())) {
      Files.deleteIfExists(old);
    }
  }

  private String stem() {
    return file.getFileName().toString().replaceFirst("\\.log$", "");
  }
}
