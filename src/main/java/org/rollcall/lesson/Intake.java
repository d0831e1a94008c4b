package org.rollcall.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.rollcall.config.Home;
import org.rollcall.inbox.ContentHash;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.store.KnownFiles;
import org.rollcall.store.Store;

/** Tells recordings by their content. */
final class Intake {
  private final Home home;
  private final KnownFiles known;

  Intake(Home home, Store store) {
    this.home = home;
    this.known = store.knownFiles();
  }

  /**
   * Gives the hash of a recording, and reads it only where it may have changed since the last time.
   *
   * @throws TemporaryFailure if the file cannot be read, or changes while it is
   */
  String hash(Path file, LongConsumer progress) {
    KnownFiles.Look look = look(file);
    Optional<String> before = known.hash(look);
    if (before.isPresent()) {
      return before.get();
    }
    String sha256 = ContentHash.sha256(file, progress);
    if (!look(file).equals(look)) {
      throw new TemporaryFailure(
          "Cannot use %s yet: it changed while it was read. Somebody still writes to it."
              .formatted(look.file()));
    }
    known.remember(look, sha256);
    return sha256;
  }

  /**
   * Gives the hash of a recording where it is known, and reads nothing of it.
   *
   * @throws TemporaryFailure if there is no such file
   */
  Optional<String> known(Path file) {
    return known.hash(look(file));
  }

  /**
   * Asks whether a file was written to since its hash was taken: a copy that pauses for longer than
   * anybody thought looks complete in between. Reads nothing of it.
   */
  boolean hasChanged(Path file, String sha256) {
    return Files.exists(file) && !known.hash(look(file)).equals(Optional.of(sha256));
  }

  /** Takes down the hash of a file that was just moved there. */
  void remember(Path file, String sha256) {
    known.remember(look(file), sha256);
  }

  /**
   * Finds a file with a content, where it was last seen or wherever else that content was.
   *
   * @return the file; empty when it is nowhere any more
   */
  Optional<Path> find(String sha256, String file) {
    if (has(file, sha256)) {
      return Optional.of(home.resolve(Path.of(file)));
    }
    return known.files(sha256).stream()
        .filter(other -> has(other, sha256))
        .findFirst()
        .map(other -> home.resolve(Path.of(other)));
  }

  private boolean has(String file, String sha256) {
    Path path = home.resolve(Path.of(file));
    return Files.isRegularFile(path) && hash(path, bytes -> {}).equals(sha256);
  }

  private KnownFiles.Look look(Path file) {
    String name = home.relative(file);
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return new KnownFiles.Look(name, found.size(), found.lastModifiedTime().toInstant());
    } catch (IOException e) {
      throw new TemporaryFailure(
          "Cannot read %s: %s. Check that the file exists and may be read.".formatted(name, e), e);
    }
  }
}
