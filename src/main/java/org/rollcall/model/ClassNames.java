package org.rollcall.model;

import static java.util.stream.Collectors.joining;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Explains why a text cannot name a class. */
public final class ClassNames {
  /** Longest name of a class, in UTF-16 units. */
  static final int LONGEST = 64;

  private static final Pattern FOREIGN = Pattern.compile("[^\\p{L}\\p{M}\\p{N} ._-]");
  private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|[ .]+$");

  private ClassNames() {}

  /**
   * Finds what keeps a text from being the name of a class.
   *
   * @param text the text
   * @return what is wrong with it and what would do, as a sentence; empty if it is a class name
   */
  public static Optional<Message> fault(String text) {
    if (LessonKey.isClassName(text)) {
      return Optional.empty();
    }
    String better = better(text);
    String signs =
        FOREIGN
            .matcher(text)
            .results()
            .map(MatchResult::group)
            .distinct()
            .map(sign -> "'" + sign + "'")
            .collect(joining(" "));
    if (!signs.isEmpty()) {
      return Optional.of(
          better.isEmpty()
              ? Message.of(Reason.CLASS_NAME_OF_SIGNS, signs)
              : Message.of(Reason.CLASS_NAME_HAS_SIGNS, signs, better));
    }
    return Optional.of(
        text.length() > LONGEST
            ? Message.of(Reason.CLASS_NAME_TOO_LONG, text.length(), LONGEST)
            : Message.of(Reason.CLASS_NAME_NOT_SAFE, text, better));
  }

  /** The text without what is not allowed; empty if that is no class name either. */
  private static String better(String text) {
    String allowed = FOREIGN.matcher(text).replaceAll("").replaceAll(" {2,}", " ");
    String inner = EDGES.matcher(allowed).replaceAll("");
    String unlike = LessonKey.isDevice(inner) ? "Class " + inner : inner;
    return LessonKey.isClassName(unlike) ? unlike : "";
  }
}
