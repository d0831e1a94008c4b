package org.rollcall.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rollcall.model.RollcallException;

/**
 * The right to work on a home, which one program has at a time. The operating system takes it back
 * however the program ends.
 */
public final class HomeLock implements AutoCloseable {
  /** Far behind the text: on Windows nobody else could read what is locked. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  /**
   * The files locked by this process. On Linux, closing a file frees every lock that the process
   * has on it, so a second attempt must not even open it.
   */
  private static final Map<Path, LockHolder> HELD_HERE = new ConcurrentHashMap<>();

  private final Path file;
  private final FileChannel channel;

  private HomeLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock, or fails at once.
   *
   * @param file the lock file, which stays when the lock is gone
   * @param command which command of Rollcall wants it, for the message to others
   * @return the lock; the caller closes it
   * @throws HomeBusy if another program has it, or another part of this one
   * @throws RollcallException if the file cannot be made or locked at all
   */
  public static HomeLock acquire(Path file, String command) {
    return acquire(file, command, Clock.system(ZoneId.systemDefault()));
  }

  static HomeLock acquire(Path file, String command, Clock clock) {
    LockHolder holder = new LockHolder(ProcessHandle.current().pid(), command, clock.instant());
    try {
      Path folder = Files.createDirectories(file.toAbsolutePath().getParent()).toRealPath();
      return acquire(folder.resolve(file.getFileName()), holder, clock);
    } catch (IOException e) {
      throw new RollcallException(
          "Cannot lock %s: %s. Check who may write to the file and its folder.".formatted(file, e),
          e);
    }
  }

  private static HomeLock acquire(Path file, LockHolder holder, Clock clock) throws IOException {
    LockHolder other = HELD_HERE.putIfAbsent(file, holder);
    if (other != null) {
      throw new HomeBusy(other.sentence(clock));
    }
    try {
      return new HomeLock(file, lock(file, holder, clock));
    } catch (IOException | RuntimeException e) {
      HELD_HERE.remove(file);
      throw e;
    }
  }

  private static FileChannel lock(Path file, LockHolder holder, Clock clock) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
        throw new HomeBusy(LockHolder.read(file, clock));
      }
      holder.write(channel);
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Gives the right back. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new RollcallException("Cannot close %s: %s.".formatted(file, e), e);
    } finally {
      HELD_HERE.remove(file);
    }
  }
}
