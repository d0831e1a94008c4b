package org.rollcall.inbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.basics.FileName;
import org.rollcall.inbox.FolderWalk.FoundFile;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;

/** Marker files, which state that the recordings next to them are complete. */
final class Markers {
  private static final String SUFFIX = ".done";

  /** Last-modified time of each marker, by the name of the file it marks. */
  private final Map<String, Instant> written = new HashMap<>();

  private Markers() {}

  static boolean isMarker(FoundFile file) {
    return file.name().toLowerCase(Locale.ROOT).endsWith(SUFFIX);
  }

  static Markers among(List<FoundFile> files) {
    Markers markers = new Markers();
    files.stream()
        .filter(Markers::isMarker)
        .forEach(file -> markers.written.put(withoutSuffix(file.name()), file.modified()));
    return markers;
  }

  /**
   * Why a recording does not count as marked; empty if it does. A recording written to after its
   * marker is being copied again.
   */
  Optional<Message> obstacle(FoundFile recording) {
    Optional<Instant> latest =
        Stream.of(recording.name(), FileName.stem(recording.name()))
            .flatMap(name -> Optional.ofNullable(written.get(name)).stream())
            .max(Instant::compareTo);
    if (latest.isEmpty()) {
      return Optional.of(
          Message.of(Reason.SKIPPED_UNMARKED, recording.path().getFileName() + SUFFIX));
    }
    return latest
        .filter(recording.modified()::isAfter)
        .map(marker -> Message.of(Reason.SKIPPED_CHANGED));
  }

  private static String withoutSuffix(String name) {
    return name.substring(0, name.length() - SUFFIX.length());
  }
}
