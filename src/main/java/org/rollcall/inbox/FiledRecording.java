package org.rollcall.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import org.rollcall.basics.AtomicFile;
import org.rollcall.basics.AtomicMove;
import org.rollcall.basics.FileName;
import org.rollcall.basics.Readers;
import org.rollcall.basics.Sha256;

/**
 * Moves a recording to another folder, possibly on another drive.
 *
 * <p>The move may be interrupted at any point: a file with the final name is always complete, and
 * the original is deleted only once it exists. When the move is retried, it finds the complete copy
 * and only deletes the original.
 *
 * @param file current location
 * @param sha256 SHA-256 hash of its content
 * @param folder target folder
 * @param reason content of the reason file to put beside it; empty for none
 */
record FiledRecording(Path file, String sha256, Path folder, Optional<String> reason) {
  private static final int MOST_TRIES = 10_000;
  private static final String REASON = ".reason.txt";

  /** Moves the recording, after writing the reason file, and returns the new location. */
  Path move() throws IOException {
    Path target = target();
    if (reason.isPresent()) {
      AtomicFile.write(reasonFile(target), reason.get());
    }
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      Files.delete(file);
      return target;
    }
    try {
      // Replaces an existing target on some systems: none exists, as only Rollcall writes here.
      AtomicMove.move(file, target);
    } catch (AtomicMoveNotSupportedException e) {
      copyAndDelete(target);
    }
    return target;
  }

  /** Moves across drives: the copy gets its final name only once it is complete and on the disk. */
  void copyAndDelete(Path target) throws IOException {
    try (AtomicFile copy = new AtomicFile(target, Readers.GROUP)) {
      copy(copy.aside());
      if (!Sha256.of(copy.aside()).equals(sha256)) {
        throw new IOException("its copy differs from it");
      }
      Files.setLastModifiedTime(copy.aside(), Files.getLastModifiedTime(file));
      copy.commit();
    }
    Files.delete(file);
  }

  private void copy(Path aside) throws IOException {
    try (FileChannel from =
            FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        FileChannel to =
            FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      transfer(from, to);
    }
  }

  private static void transfer(FileChannel from, FileChannel to) throws IOException {
    long size = from.size();
    for (long done = 0; done < size; ) {
      long bytes = from.transferTo(done, size - done, to);
      if (bytes <= 0) {
        throw new IOException("it became shorter while it was being copied");
      }
      done += bytes;
    }
  }

  /** The first name that is free or already holds the complete recording. */
  private Path target() throws IOException {
    for (int number = 1; number <= MOST_TRIES; number++) {
      Path target = folder.resolve(FileName.numbered(file.getFileName().toString(), number));
      boolean free = !Files.exists(target, LinkOption.NOFOLLOW_LINKS) || isCopy(target);
      if (free && (reason.isEmpty() || isFreeOrHolds(reasonFile(target), reason.get()))) {
        return target;
      }
    }
    throw new IOException("%s holds too many recordings with that name".formatted(folder));
  }

  private boolean isCopy(Path other) throws IOException {
    return Files.isRegularFile(other, LinkOption.NOFOLLOW_LINKS)
        && Files.size(other) == Files.size(file)
        && Sha256.of(other).equals(sha256);
  }

  private static boolean isFreeOrHolds(Path reasonFile, String text) throws IOException {
    return !Files.exists(reasonFile, LinkOption.NOFOLLOW_LINKS)
        || (Files.isRegularFile(reasonFile, LinkOption.NOFOLLOW_LINKS)
            && Files.size(reasonFile) == text.getBytes(UTF_8).length
            && Files.readString(reasonFile).equals(text));
  }

  private static Path reasonFile(Path target) {
    return target.resolveSibling(FileName.with(target.getFileName().toString(), REASON));
  }
}
