package org.rollcall.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/**
 * A recording on its way into another folder, perhaps on another drive.
 *
 * <p>The way can be cut off anywhere: under its final name the file is whole from the first moment,
 * and the old one goes only after that. Moved again, it finds the whole one and only deletes the
 * old one.
 *
 * @param file where it lies
 * @param sha256 its content
 * @param folder where it goes
 */
record FiledRecording(Path file, String sha256, Path folder) {
  private static final int MOST_TRIES = 10_000;
  private static final String REASON = ".reason.txt";
  private static final Set<OpenOption> ANEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  /** Moves it, after a text about it if there is one, and says where it lies then. */
  Path move(Optional<String> reason) throws IOException {
    Path target = target(reason);
    if (reason.isPresent()) {
      write(reason.get(), reasonFile(target));
    }
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      Files.delete(file);
      return target;
    }
    try {
      // Replaces what is there on some systems: nothing, because only Rollcall writes here.
      Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      copyAndDelete(target);
    }
    return target;
  }

  /** For another drive: the copy gets its name when it is whole and on the disk. */
  void copyAndDelete(Path target) throws IOException {
    Path aside = folder.resolve(".%s.part".formatted(sha256));
    try {
      Files.deleteIfExists(aside);
      copy(aside);
      String copied = ContentHash.sha256(aside, bytes -> {});
      if (!copied.equals(sha256)) {
        throw new IOException("its copy differs from it");
      }
      Files.setLastModifiedTime(aside, Files.getLastModifiedTime(file));
      Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(aside);
    }
    flush(folder);
    Files.delete(file);
  }

  private void copy(Path aside) throws IOException {
    try (FileChannel from =
            FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        FileChannel to = FileChannel.open(aside, ANEW)) {
      long size = from.size();
      for (long done = 0; done < size; ) {
        long bytes = from.transferTo(done, size - done, to);
        if (bytes <= 0) {
          throw new IOException("it became shorter while it was copied");
        }
        done += bytes;
      }
      to.force(true);
    }
  }

  /** The first name that is free, or at which the whole recording already lies. */
  private Path target(Optional<String> reason) throws IOException {
    for (int number = 1; number <= MOST_TRIES; number++) {
      Path target = folder.resolve(FileNames.numbered(file.getFileName().toString(), number));
      boolean free = !Files.exists(target, LinkOption.NOFOLLOW_LINKS) || isCopy(target);
      if (free && (reason.isEmpty() || isFreeOrHolds(reasonFile(target), reason.get()))) {
        return target;
      }
    }
    throw new IOException("%s holds too many recordings of that name".formatted(folder));
  }

  private boolean isCopy(Path other) throws IOException {
    return Files.isRegularFile(other, LinkOption.NOFOLLOW_LINKS)
        && Files.size(other) == Files.size(file)
        && ContentHash.sha256(other, bytes -> {}).equals(sha256);
  }

  private static boolean isFreeOrHolds(Path reasonFile, String text) throws IOException {
    return !Files.exists(reasonFile, LinkOption.NOFOLLOW_LINKS)
        || (Files.isRegularFile(reasonFile, LinkOption.NOFOLLOW_LINKS)
            && Files.size(reasonFile) == text.getBytes(UTF_8).length
            && Files.readString(reasonFile).equals(text));
  }

  private static Path reasonFile(Path target) {
    return target.resolveSibling(FileNames.with(target.getFileName().toString(), REASON));
  }

  private void write(String text, Path reasonFile) throws IOException {
    Path aside = folder.resolve(".%s.reason.part".formatted(sha256));
    Files.deleteIfExists(aside);
    try (FileChannel channel = FileChannel.open(aside, ANEW)) {
      ByteBuffer rest = UTF_8.encode(text);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
    Files.move(aside, reasonFile, StandardCopyOption.ATOMIC_MOVE);
  }

  // Not every system lets a folder be opened; there the rename lasts without it.
  private static void flush(Path folder) {
    try (FileChannel channel = FileChannel.open(folder)) {
      channel.force(true);
    } catch (IOException e) {
      return;
    }
  }
}
