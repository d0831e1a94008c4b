package org.rollcall.inbox;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which files in the watched folder are recordings, and when they are complete.
 *
 * @param patterns regular expressions for the path below {@code footage/}, without extension and
 *     with {@code /} between folders, tried in this order; the named groups {@code class} or {@code
 *     room}, {@code date} (yyyy-MM-dd or yyyyMMdd) and {@code time} (HHmm, HH-mm, HHmmss) say which
 *     lesson it is
 * @param extensions file name extensions of recordings, lower case, without the dot
 * @param stillFor how long size and time of a file must not have changed before it is taken (0 to 1
 *     day; 30 s by default)
 */
public record InboxSettings(List<Pattern> patterns, List<String> extensions, Duration stillFor) {
  /** What holds when nothing is set. */
  public static final InboxSettings DEFAULT =
      new InboxSettings(
          List.of(
              Pattern.compile(
                  "(?<class>[^/]+)/(?<date>\\d{4}-\\d{2}-\\d{2})_(?<time>\\d{4})(?:_[^/]+)?"),
              Pattern.compile(
                  "(?<class>[^/]+?)_(?<date>\\d{4}-\\d{2}-\\d{2})_(?<time>\\d{4})(?:_[^/]+)?"),
              Pattern.compile(
                  "(?<room>[^/]+)/(?:[^/]*[_-])?(?<date>\\d{8})[_-]?(?<time>\\d{4})(?:\\d{2})?(?:_[^/]+)?")),
          List.of(
              "mp4", "mkv", "avi", "mov", "m4v", "ts", "mts", "webm", "h264", "h265", "264", "265"),
          Duration.ofSeconds(30));

  public InboxSettings {
    patterns = List.copyOf(patterns);
    extensions = extensions.stream().map(e -> e.toLowerCase(Locale.ROOT)).toList();
    if (patterns.isEmpty() || extensions.isEmpty()) {
      throw new IllegalArgumentException("patterns and extensions must not be empty");
    }
    if (stillFor.isNegative() || stillFor.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          "stillFor must be 0 s to 1 day, got %d s".formatted(stillFor.toSeconds()));
    }
  }
}
