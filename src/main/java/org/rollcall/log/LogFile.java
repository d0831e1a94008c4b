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
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rollcall.basics.Readers;
import org.rollcall.settings.LogSettings;

/**
 * A rotating log file to which several processes append whole records. A full file is renamed, by a
 * single process, to carry the time of the rotation; the oldest rotated files are deleted.
 *
 * <p>The file is opened for each record: a process that has opened it just before the rotation
 * writes its record to the rotated file and the next one to the new file. No record is lost.
 */
public final class LogFile {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'-'yyyyMMdd'-'HHmmss'-'SSS'.log'");
  private static final String ASIDE = "-\\d{8}-\\d{6}-\\d{3}\\.log";

  /** The smallest limit that the settings allow; below this size they need not be read. */
  private static final long SMALL_BYTES = 1_000_000;

  private final Path file;
  private final Supplier<LogSettings> settings;
  private final Clock clock;
  private final Consumer<String> troubles;
  private boolean failed;

  /**
   * Does not create the file yet.
   *
   * @param file the file, created with the first record; its name ends with {@code .log}
   * @param settings give the size limit; read only once the file is no longer small
   * @param clock tells the time
   * @param troubles receives a message, once, if the file cannot be written
   */
  public LogFile(
      Path file, Supplier<LogSettings> settings, Clock clock, Consumer<String> troubles) {
    this.file = file;
    this.settings = settings;
    this.clock = clock;
    this.troubles = troubles;
  }

  /** Appends a record. A log that cannot be written is reported once, but is no reason to stop. */
  synchronized void append(String record) {
    try {
      Readers.OWNER.createFolders(file.getParent());
      if (bytes() > SMALL_BYTES) {
        makeRoom(settings.get());
      }
      write(record);
    } catch (IOException e) {
      if (!failed) {
        failed = true;
        troubles.accept("Cannot write %s: %s. Log messages are lost.".formatted(file, e));
      }
    }
  }

  /** The size of the file, which another process may rotate at any moment. */
  private long bytes() throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      return 0;
    }
  }

  /** Writes in one piece, as far as the system can: other processes write at the same time. */
  private void write(String record) throws IOException {
    ByteBuffer bytes = UTF_8.encode(record);
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            Readers.OWNER.ofFile(file))) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  /** Rotates the file if it is full. If that fails it keeps growing, so no message is lost. */
  private void makeRoom(LogSettings limits) throws IOException {
    if (bytes() < limits.fileBytes()) {
      return;
    }
    Path lock = file.resolveSibling("." + file.getFileName() + ".lock");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.tryLock()) {
      // Another process may hold the lock, or have rotated the file already.
      if (held != null && bytes() >= limits.fileBytes()) {
        setAside();
        deleteOldest(limits.keepFiles());
      }
    } catch (OverlappingFileLockException | IOException e) {
      // Another log of this process holds the lock, or a file is in use or may not be changed.
    }
  }

  /** Renames the file. If the system refuses, for instance while it is read, it keeps growing. */
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
              .filter(
                  other -> other.getFileName().toString().matches(Pattern.quote(stem()) + ASIDE))
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
