package org.rollcall.web;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.rollcall.basics.FileName;
import org.rollcall.basics.FreeSpace;
import org.rollcall.config.Home;
import org.rollcall.config.Settings;

/**
 * What lies where, and how much room it takes.
 *
 * @param places the folders and files of an installation
 * @param oldest the recordings that were written to first, the oldest before the others
 */
record Storage(List<Place> places, List<OldFile> oldest) {
  private static final int MOST_OLD = 10;

  Storage {
    places = List.copyOf(places);
    oldest = List.copyOf(oldest);
  }

  /**
   * A place.
   *
   * @param name key of its word
   * @param path from the home
   * @param files how many files it has
   * @param bytes how much they take
   * @param free how much is free on its drive; empty where nobody knows
   */
  record Place(String name, String path, long files, long bytes, Optional<Long> free) {}

  /**
   * A recording.
   *
   * @param path from the home
   * @param bytes its size
   * @param modified when it was last written to
   */
  record OldFile(String path, long bytes, Instant modified) {
    OldFile in(Home home) {
      return new OldFile(home.relative(Path.of(path)), bytes, modified);
    }
  }

  static Storage of(Home home, Settings settings) {
    Count footage = new Count(settings.inbox().extensions());
    walk(home.footage(), footage);
    List<Place> places = new ArrayList<>();
    places.add(place(home, "footage", home.footage(), footage));
    places.add(place(home, "output", home.results(), count(home.results())));
    places.add(place(home, "attendance", home.sheets(), count(home.sheets())));
    places.add(place(home, "database", home.database(), databaseFiles(home)));
    places.add(place(home, "logs", home.logs(), count(home.logs())));
    return new Storage(
        places,
        footage.oldest.stream()
            .sorted(Comparator.comparing(OldFile::modified))
            .map(file -> file.in(home))
            .toList());
  }

  private static Place place(Home home, String name, Path path, Count count) {
    return new Place(name, home.relative(path), count.files, count.bytes, FreeSpace.at(path));
  }

  /** The write-ahead log belongs to it. */
  private static Count databaseFiles(Home home) {
    Count count = new Count(Set.of());
    for (String end : List.of("", "-wal", "-shm")) {
      Path file = Path.of(home.database() + end);
      if (Files.isRegularFile(file)) {
        Count one = count(file);
        count.files += one.files;
        count.bytes += one.bytes;
      }
    }
    return count;
  }

  private static Count count(Path path) {
    Count count = new Count(Set.of());
    walk(path, count);
    return count;
  }

  private static void walk(Path path, Count count) {
    try {
      Files.walkFileTree(path, count);
    } catch (IOException e) {
      // It is not there yet, or its drive is away: nothing is counted.
    }
  }

  /** Counts files; those that go meanwhile or cannot be read do not count. */
  private static final class Count extends SimpleFileVisitor<Path> {
    private final PriorityQueue<OldFile> oldest =
        new PriorityQueue<>(Comparator.comparing(OldFile::modified).reversed());
    private final Set<String> recordings;
    private long files;
    private long bytes;

    Count(Collection<String> extensions) {
      this.recordings = Set.copyOf(extensions);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      files++;
      bytes += attributes.size();
      if (recordings.contains(FileName.extension(file.getFileName().toString()))) {
        Instant modified = attributes.lastModifiedTime().toInstant();
        oldest.add(new OldFile(file.toString(), attributes.size(), modified));
      }
      if (oldest.size() > MOST_OLD) {
        oldest.remove();
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      return FileVisitResult.CONTINUE;
    }
  }
}
