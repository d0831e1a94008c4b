package org.rollcall.inbox;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The regular expressions that earlier versions wrote into every settings file. They misread many
 * names, and no school chose them, so they are not its own patterns.
 */
final class FormerPatterns {
  private static final String DASHED = "(?<date>\\d{4}-\\d{2}-\\d{2})_(?<time>\\d{4}(?:\\d{2})?)";
  private static final String DIGITS = "(?<date>\\d{8})[_-]?(?<time>\\d{4}(?:\\d{2})?)";
  private static final String EITHER =
      "(?<date>\\d{4}-?\\d{2}-?\\d{2})[_-]?(?<time>\\d{4}(?:\\d{2})?)";
  private static final String CAMERA = "(?:_(?<camera>[^/]+?))??";
  private static final String PART = "(?:_[pP](?:art)?(?<part>\\d{1,4}))?";

  private static final Set<String> ALL =
      Stream.of(
              "(?<class>[^/]+)/" + DASHED + CAMERA,
              "(?<class>[^/]+?)_" + DASHED + CAMERA,
              "(?<room>[^/]+)/" + DIGITS + CAMERA,
              "(?<room>[^/]+)/(?<camera>[^/]+)[_-]" + DIGITS + "(?:_[^/]+?)??",
              "(?<place>[^/]+)/(?:[^/]+/)+(?:[^/]*[_-])?" + EITHER + CAMERA)
          .map(pattern -> pattern + PART)
          .collect(toSet());

  private static final String WITHOUT_TIME = "(?<place>[^/]+)/(?:[^/]+/)*[^/]+";

  private FormerPatterns() {}

  /** {@return the patterns that are not among those of earlier versions} */
  static List<Pattern> without(List<Pattern> patterns) {
    return patterns.stream()
        .filter(own -> !ALL.contains(own.pattern()) && !own.pattern().equals(WITHOUT_TIME))
        .toList();
  }
}
