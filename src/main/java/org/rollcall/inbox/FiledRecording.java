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
import org.rollcall.basics.Sha256;

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

  /** Moves it, after a text about it if there is one, and says where it lies then. */
  Path move(Optional<String> reason) throws IOException {
    Path target = target(reason);
    if (reason.isPresent()) {
      AtomicFile.write(reasonFile(target), reason.get());
    }
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      Files.delete(file);
      return target;
    }
    try {
      // Replaces what is there on some systems: nothing, because only Rollcall writes here.
      AtomicMove.move(file, target);
    } catch (AtomicMoveNotSupportedException e) {
      copyAndDelete(target);
    }
    return target;
  }

  /** For another drive: the copy gets its name when it is whole and on the disk. */
  void copyAndDelete(Path target) throws IOException {
    try (AtomicFile copy = new AtomicFile(target)) {
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
      long size = from.size();
      for (long done = 0; done < size; ) {
        long bytes = from.transferTo(done, size - done, to);
        if (bytes <= 0) {
          throw new IOException("it became shorter while it was copied");
        }
        done += bytes;
      }
    }
  }

  /** The first name that is free, or at which the whole recording already lies. */
  private Path target(Optional<String> reason) throws IOException {
    for (int number = 1; number <= MOST_TRIES; number++) {
      Path target = folder.resolve(FileName.numbered(file.getFileName().toString(), number));
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
