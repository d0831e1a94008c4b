package org.rollcall.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.inbox.Candidate;
import org.rollcall.inbox.ContentHash;
import org.rollcall.inbox.RecordingName;
import org.rollcall.inbox.Scan;
import org.rollcall.inbox.Skipped;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.school.Home;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.KnownFiles;
import org.rollcall.store.ledger.Ledger;
import org.rollcall.store.ledger.Recording;

/** Tells recordings by their content, and takes note of them. */
public final class ContentIndex {
  private final Home home;
  private final KnownFiles known;
  private final Ledger ledger;

  /**
   * Serves the recordings of an installation.
   *
   * @param home where paths count from
   * @param store keeps hashes and ledger; stays the caller's
   */
  public ContentIndex(Home home, Store store) {
    this.home = home;
    this.known = store.knownFiles();
    this.ledger = store.ledger();
  }

  /**
   * What was taken in.
   *
   * @param names what names tell, by the paths of the files; nothing of unclear names
   * @param settled how many recordings earlier runs dealt with, well or not
   * @param unreadable why files could not be read, by their paths
   */
  public record TakenIn(
      Map<String, RecordingName> names, int settled, Map<String, String> unreadable) {}

  /**
   * Takes note of what lies in the watched folder: of what is ready, and of what only a person can
   * help, which shall fail so that somebody sees it. Takes note of nothing if the thread is
   * interrupted meanwhile.
   *
   * @param scan what lies there
   * @return what was taken in
   */
  public TakenIn takeIn(Scan scan) {
    Map<String, RecordingName> names = new HashMap<>();
    scan.ready().forEach(ready -> names.put(home.relative(ready.path()), ready.recording()));
    Map<String, String> hashes = new LinkedHashMap<>();
    Map<String, String> unreadable = new LinkedHashMap<>();
    Stream.concat(
            scan.ready().stream().map(Candidate::path), scan.unclear().stream().map(Skipped::path))
        .takeWhile(file -> !Thread.currentThread().isInterrupted())
        .forEach(
            file -> {
              try {
                hashes.put(home.relative(file), hash(file));
              } catch (TemporaryFailure e) {
                unreadable.put(home.relative(file), e.getMessage());
              }
            });
    int settled = Thread.currentThread().isInterrupted() ? 0 : notice(hashes);
    return new TakenIn(names, settled, unreadable);
  }

  /**
   * Takes note of recordings, but of none that is a copy of another one there.
   *
   * @param hashes of their content, by path
   * @return how many were dealt with before
   */
  private int notice(Map<String, String> hashes) {
    int settled = 0;
    for (Map.Entry<String, String> entry : hashes.entrySet()) {
      String file = entry.getKey();
      Optional<Recording> before = ledger.find(entry.getValue());
      boolean ended = before.filter(recording -> recording.state().ended()).isPresent();
      boolean copy =
          before
              .filter(there -> !there.file().equals(file) && hashes.containsKey(there.file()))
              .isPresent();
      if (!copy) {
        ledger.notice(entry.getValue(), file);
      }
      settled += ended || copy ? 1 : 0;
    }
    return settled;
  }

  /**
   * Lets a recording wait for work, if the ledger knows it: the next run takes it. Reads nothing of
   * its content.
   *
   * @param file the recording
   * @throws TemporaryFailure if there is no such file
   */
  public void reconsider(Path file) {
    known.hash(look(file)).ifPresent(ledger::reconsider);
  }

  /**
   * Gives the hash of a recording, and reads it only where it may have changed since the last time.
   *
   * @param file the recording
   * @return SHA-256, 64 hexadecimal digits in lower case
   * @throws TemporaryFailure if the file cannot be read, or changes while it is
   */
  public String hash(Path file) {
    KnownFiles.FileStamp look = look(file);
    Optional<String> before = known.hash(look);
    if (before.isPresent()) {
      return before.get();
    }
    String sha256 = ContentHash.sha256(file, bytes -> {});
    if (!look(file).equals(look)) {
      throw new TemporaryFailure(
          "Cannot use %s yet: it changed while it was read. Somebody still writes to it."
              .formatted(look.file()));
    }
    known.remember(look, sha256);
    return sha256;
  }

  /**
   * Asks whether a file was written to since its hash was taken: a copy that pauses for longer than
   * anybody thought looks complete in between. Reads nothing of it.
   *
   * @param file the file
   * @param sha256 the hash that was taken
   * @return whether its size or time is another now, or another hash was taken since; false if
   *     there is no such file
   * @throws TemporaryFailure if its size and time cannot be read
   */
  public boolean hasChanged(Path file, String sha256) {
    return Files.exists(file) && !known.hash(look(file)).equals(Optional.of(sha256));
  }

  /**
   * Remembers the hash of a file that was just moved there.
   *
   * @param file where it lies now
   * @param sha256 hash of its content
   * @throws TemporaryFailure if there is no such file
   */
  public void remember(Path file, String sha256) {
    known.remember(look(file), sha256);
  }

  /**
   * Finds a file with a content, where it was last seen or wherever else that content was.
   *
   * @param sha256 hash of the content
   * @param file where it was last seen: a path that counts from the home, or an absolute one
   * @return the file; empty when it is nowhere any more
   * @throws TemporaryFailure if a file that may be it cannot be read, or changes while it is
   */
  public Optional<Path> find(String sha256, String file) {
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
    return Files.isRegularFile(path) && hash(path).equals(sha256);
  }

  private KnownFiles.FileStamp look(Path file) {
    String name = home.relative(file);
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return new KnownFiles.FileStamp(name, found.size(), found.lastModifiedTime().toInstant());
    } catch (IOException e) {
      throw new TemporaryFailure(
          "Cannot read %s: %s. Check that the file exists and may be read.".formatted(name, e), e);
    }
  }
}
