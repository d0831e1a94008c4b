package org.rollcall.inbox;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which files in the watched folder are recordings, when they are complete, and what becomes of
 * them afterwards.
 *
 * @param patterns regular expressions for the path below {@code footage/}, without extension and
 *     with {@code /} between folders, tried in this order. The group named class, room or place
 *     says where the lesson was; those named date (yyyy-MM-dd or yyyyMMdd) and time (HHmm, HH-mm,
 *     HHmmss), both or neither, say when; those named camera and part, a number, tell the
 *     recordings of one lesson apart
 * @param extensions file name extensions of recordings, lower case, without the dot
 * @param readiness when a recording is complete
 * @param fate what becomes of a recording after its end
 */
public record InboxSettings(
    List<Pattern> patterns,
    List<String> extensions,
    ReadinessSettings readiness,
    FateSettings fate) {
  private static final String DASHED = "(?<date>\\d{4}-\\d{2}-\\d{2})_(?<time>\\d{4}(?:\\d{2})?)";
  private static final String DIGITS = "(?<date>\\d{8})[_-]?(?<time>\\d{4}(?:\\d{2})?)";
  private static final String EITHER =
      "(?<date>\\d{4}-?\\d{2}-?\\d{2})[_-]?(?<time>\\d{4}(?:\\d{2})?)";
  private static final String CAMERA = "(?:_(?<camera>[^/]+?))??";
  private static final String PART = "(?:_[pP](?:art)?(?<part>\\d{1,4}))?";

  /** What holds when nothing is set. */
  public static final InboxSettings DEFAULT =
      new InboxSettings(
          List.of(
              Pattern.compile("(?<class>[^/]+)/" + DASHED + CAMERA + PART),
              Pattern.compile("(?<class>[^/]+?)_" + DASHED + CAMERA + PART),
              Pattern.compile("(?<room>[^/]+)/" + DIGITS + CAMERA + PART),
              Pattern.compile(
                  "(?<room>[^/]+)/(?<camera>[^/]+)[_-]" + DIGITS + "(?:_[^/]+?)??" + PART),
              Pattern.compile("(?<place>[^/]+)/(?:[^/]+/)+(?:[^/]*[_-])?" + EITHER + CAMERA + PART),
              Pattern.compile("(?<place>[^/]+)/(?:[^/]+/)*[^/]+")),
          List.of(
              "mp4", "mkv", "avi", "mov", "m4v", "ts", "mts", "webm", "h264", "h265", "264", "265"),
          ReadinessSettings.DEFAULT,
          FateSettings.DEFAULT);

  public InboxSettings {
    patterns = List.copyOf(patterns);
    extensions = extensions.stream().map(e -> e.toLowerCase(Locale.ROOT)).toList();
    if (patterns.isEmpty() || extensions.isEmpty()) {
      throw new IllegalArgumentException("patterns and extensions must not be empty");
    }
  }

  /**
   * The same with another readiness.
   *
   * @param other when a recording is complete
   * @return a copy
   */
  public InboxSettings with(ReadinessSettings other) {
    return new InboxSettings(patterns, extensions, other, fate);
  }

  /**
   * The same with another fate.
   *
   * @param other what becomes of a recording after its end
   * @return a copy
   */
  public InboxSettings with(FateSettings other) {
    return new InboxSettings(patterns, extensions, readiness, other);
  }
}
