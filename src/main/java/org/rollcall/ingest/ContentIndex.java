package org.rollcall.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.inbox.Candidate;
import org.rollcall.inbox.ContentHash;
import org.rollcall.inbox.Scan;
import org.rollcall.inbox.Skipped;
import org.rollcall.inbox.name.RecordingName;
import org.rollcall.model.Message;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.school.Home;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.KnownFiles;
import org.rollcall.store.ledger.Ledger;
import org.rollcall.store.ledger.Places;

/** Identifies recordings by their content and registers them in the ledger. */
public final class ContentIndex {
  private final Home home;
  private final KnownFiles known;
  private final Ledger ledger;
  private final Places places;

  /**
   * Creates an index for the recordings of an installation.
   *
   * @param home the home folder, to which paths are relative
   * @param store holds the hashes and the ledger; remains owned by the caller
   */
  public ContentIndex(Home home, Store store) {
    this.home = home;
    this.known = store.knownFiles();
    this.ledger = store.ledger();
    this.places = store.places();
  }

  /**
   * The result of registering the recordings of a scan.
   *
   * @param names parsed names, by file path; without unclear names
   * @param settled number of files that earlier runs have finished, successfully or not
   * @param unreadable reasons why files could not be read, by file path
   */
  public record TakenIn(
      Map<String, RecordingName> names, int settled, Map<String, Message> unreadable) {}

  /**
   * Registers the files of a scan: recordings that are ready, and those with unclear names, which
   * must fail so that a person notices them. Registers nothing if the thread is interrupted
   * meanwhile.
   *
   * @param scan the scan of the watched folder
   * @return what was registered
   */
  public TakenIn takeIn(Scan scan) {
    Map<String, RecordingName> names = new HashMap<>();
    scan.ready().forEach(ready -> names.put(home.relative(ready.path()), ready.recording()));
    Map<String, String> hashes = new LinkedHashMap<>();
    Map<String, Message> unreadable = new LinkedHashMap<>();
    Stream.concat(
            scan.ready().stream().map(Candidate::path), scan.unclear().stream().map(Skipped::path))
        .takeWhile(file -> !Thread.currentThread().isInterrupted())
        .forEach(
            file -> {
              try {
                hashes.put(home.relative(file), hash(file));
              } catch (TemporaryFailure e) {
                unreadable.put(home.relative(file), e.message());
              }
            });
    if (Thread.currentThread().isInterrupted()) {
      return new TakenIn(names, 0, unreadable);
    }
    int settled = add(hashes);
    noticeRemoved();
    return new TakenIn(names, settled, unreadable);
  }

  /**
   * Registers recordings at all their places.
   *
   * @param hashes hashes of their content, by file path
   * @return number of files that were finished at the same place before
   */
  private int add(Map<String, String> hashes) {
    Map<String, List<String>> filesByHash = new LinkedHashMap<>();
    hashes.forEach(
        (file, sha256) -> filesByHash.computeIfAbsent(sha256, h -> new ArrayList<>()).add(file));
    int settled = 0;
    for (Map.Entry<String, List<String>> entry : filesByHash.entrySet()) {
      String sha256 = entry.getKey();
      List<String> known = places.of(sha256);
      boolean ended =
          ledger.find(sha256).filter(recording -> recording.state().ended()).isPresent();
      entry.getValue().forEach(file -> ledger.add(sha256, file));
      if (!known.containsAll(entry.getValue())) {
        known.stream().filter(this::isGone).forEach(file -> places.gone(sha256, file));
      }
      settled += ended ? (int) entry.getValue().stream().filter(known::contains).count() : 0;
    }
    return settled;
  }

  /** Records which recordings were taken away before they were processed. */
  public void noticeRemoved() {
    ledger.removed(file -> !isGone(file));
  }

  private boolean isGone(String file) {
    return Files.notExists(home.resolve(Path.of(file)));
  }

  /**
   * Queues a recording for the next run, if the ledger knows it. Does not read its content.
   *
   * @param file the recording
   * @throws TemporaryFailure if there is no such file
   */
  public void reconsider(Path file) {
    known.hash(stamp(file)).ifPresent(sha256 -> ledger.reconsider(sha256, home.relative(file)));
  }

  /**
   * Gives the hash of a recording, reading its content only if it may have changed since it was
   * last hashed.
   *
   * @param file the recording
   * @return SHA-256, 64 lower-case hexadecimal digits
   * @throws TemporaryFailure if the file cannot be read, or changes while being read
   */
  public String hash(Path file) {
    KnownFiles.FileStamp stamp = stamp(file);
    Optional<String> before = known.hash(stamp);
    if (before.isPresent()) {
      return before.get();
    }
    String sha256 = ContentHash.sha256(file, bytes -> {});
    if (!stamp(file).equals(stamp)) {
      throw new TemporaryFailure(
          "Cannot use %s yet: it changed while it was being read. Wait until it is complete."
              .formatted(stamp.file()));
    }
    known.remember(stamp, sha256);
    return sha256;
  }

  /**
   * Checks whether a file has been written to since it was hashed: a copy that pauses unexpectedly
   * long looks complete in the meantime. Does not read its content.
   *
   * @param file the file
   * @param sha256 the hash recorded earlier
   * @return true if its size or time has changed, or a different hash has been recorded since;
   *     false if there is no such file
   * @throws TemporaryFailure if its size and time cannot be read
   */
  public boolean hasChanged(Path file, String sha256) {
    return Files.exists(file) && !known.hash(stamp(file)).equals(Optional.of(sha256));
  }

  /**
   * Records the hash of a file that has just been moved.
   *
   * @param file its new location
   * @param sha256 SHA-256 hash of its content
   * @throws TemporaryFailure if there is no such file
   */
  public void remember(Path file, String sha256) {
    known.remember(stamp(file), sha256);
  }

  /**
   * Finds a file by its content, at its last known path or wherever else that content was seen.
   *
   * @param sha256 SHA-256 hash of the content
   * @param file last known path: relative to the home folder, or absolute
   * @return the file; empty if it no longer exists anywhere
   * @throws TemporaryFailure if a candidate file cannot be read, or changes while being read
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

  private KnownFiles.FileStamp stamp(Path file) {
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
