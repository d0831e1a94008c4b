package org.rollcall.web.admin;

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
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;

/**
 * How much room an installation takes.
 *
 * @param places its folders and files
 * @param oldest the oldest recordings, the oldest first
 */
record StorageUse(List<Place> places, List<OldFile> oldest) {
  private static final int MOST_OLD = 10;

  StorageUse {
    places = List.copyOf(places);
    oldest = List.copyOf(oldest);
  }

  /**
   * A folder or file.
   *
   * @param name key of its name in the word list
   * @param path its path, relative to the home
   * @param files how many files it has
   * @param bytes how many bytes they take
   * @param free how many bytes are free on its drive; empty where that is unknown
   */
  record Place(String name, String path, long files, long bytes, Optional<Long> free) {}

  /**
   * A recording.
   *
   * @param path its path, relative to the home
   * @param bytes its size in bytes
   * @param modified when it was last written to
   */
  record OldFile(String path, long bytes, Instant modified) {
    OldFile in(Home home) {
      return new OldFile(home.relative(Path.of(path)), bytes, modified);
    }
  }

  static StorageUse of(Home home, Settings settings) {
    Count footage = new Count(settings.inbox().extensions());
    walk(home.footage(), footage);
    List<Place> places = new ArrayList<>();
    places.add(place(home, "footage", home.footage(), footage));
    places.add(place(home, "output", home.results(), count(home.results())));
    places.add(place(home, "attendance", home.sheets(), count(home.sheets())));
    places.add(place(home, "database", home.database(), databaseFiles(home)));
    places.add(place(home, "logs", home.logs(), count(home.logs())));
    return new StorageUse(
        places,
        footage.oldest.stream()
            .sorted(Comparator.comparing(OldFile::modified))
            .map(file -> file.in(home))
            .toList());
  }

  private static Place place(Home home, String name, Path path, Count count) {
    return new Place(name, home.relative(path), count.files, count.bytes, FreeSpace.at(path));
  }

  /** The write-ahead log is part of the database. */
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
      // It does not exist yet, or its drive is not connected: nothing is counted.
    }
  }

  /** Counts files, without those that vanish meanwhile or cannot be read. */
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
