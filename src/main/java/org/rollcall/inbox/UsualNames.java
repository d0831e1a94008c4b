package org.rollcall.inbox;

/** Common naming schemes for recordings: regular expressions for {@link InboxSettings#patterns}. */
final class UsualNames {
  private static final String DASHED = "(?<date>\\d{4}-\\d{2}-\\d{2})_(?<time>\\d{4}(?:\\d{2})?)";
  private static final String DIGITS = "(?<date>\\d{8})[_-]?(?<time>\\d{4}(?:\\d{2})?)";
  private static final String EITHER =
      "(?<date>\\d{4}-?\\d{2}-?\\d{2})[_-]?(?<time>\\d{4}(?:\\d{2})?)";
  private static final String CAMERA = "(?:_(?<camera>[^/]+?))??";
  private static final String PART = "(?:_[pP](?:art)?(?<part>\\d{1,4}))?";

  /** {@code 7A/2026-11-16_0900}. */
  static final String IN_CLASS = "(?<class>[^/]+)/" + DASHED + CAMERA + PART;

  /** {@code 7A_2026-11-16_0900}. */
  static final String OF_CLASS = "(?<class>[^/]+?)_" + DASHED + CAMERA + PART;

  /** {@code R12/20261116_0900}. */
  static final String IN_ROOM = "(?<room>[^/]+)/" + DIGITS + CAMERA + PART;

  /** {@code R12/front_20261116090000}, as written by video recorders. */
  static final String BY_CAMERA =
      "(?<room>[^/]+)/(?<camera>[^/]+)[_-]" + DIGITS + "(?:_[^/]+?)??" + PART;

  /** {@code 7A/week 47/lesson-2026-11-16-0900}: a class or a room. */
  static final String IN_SUBFOLDER =
      "(?<place>[^/]+)/(?:[^/]+/)+(?:[^/]*[_-])?" + EITHER + CAMERA + PART;

  /** {@code 7A/lesson}: day and time are taken from the file. */
  static final String WITHOUT_TIME = "(?<place>[^/]+)/(?:[^/]+/)*[^/]+";

  private UsualNames() {}
}
