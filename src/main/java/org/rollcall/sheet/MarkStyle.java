package org.rollcall.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rollcall.model.Status;

/**
 * The appearance of a status in workbooks. The word or letter always accompanies the colour, and
 * the colours are distinguishable for colour-blind readers.
 */
public enum MarkStyle {
  /** Green, letter P. */
  PRESENT(Status.PRESENT, "P", Hue.GREEN),

  /** Amber, letter L. */
  LATE(Status.LATE, "L", Hue.AMBER),

  /** Violet, letter E. */
  LEFT_EARLY(Status.LEFT_EARLY, "E", Hue.VIOLET),

  /** Red, letter A. */
  ABSENT(Status.ABSENT, "A", Hue.RED),

  /** Blue, letter R: the only mark that is not offered as a correction. */
  REVIEW(Status.REVIEW, "R", Hue.BLUE);

  /** Marks offered as corrections: all but Review, which asks a person to decide. */
  public static final List<MarkStyle> CHOICES = List.of(PRESENT, LATE, LEFT_EARLY, ABSENT);

  /** Stands for a missing mark. */
  public static final String NONE = "–";

  private final Status status;
  private final String letter;
  private final Hue hue;

  private enum Hue {
    GREEN("DDF1EA", "0B5A45", "2E8B74"),
    AMBER("FBEBC8", "6B4A00", "E3A72F"),
    VIOLET("E7E2F5", "43307F", "8C7BC4"),
    RED("F7D9D1", "8A2310", "C8553D"),
    BLUE("D9E8F6", "0E4678", "4C8FCB");

    private final String fill;
    private final String ink;
    private final String bar;

    Hue(String fill, String ink, String bar) {
      this.fill = fill;
      this.ink = ink;
      this.bar = bar;
    }
  }

  MarkStyle(Status status, String letter, Hue hue) {
    this.status = status;
    this.letter = letter;
    this.hue = hue;
  }

  static MarkStyle of(Status status) {
    return Arrays.stream(values()).filter(mark -> mark.status == status).findFirst().orElseThrow();
  }

  /**
   * Parses a word as people type it: in any letter case, with hyphens or stray spaces, or the
   * letter alone.
   *
   * @param word the word
   * @return the mark; empty if it is none
   */
  public static Optional<MarkStyle> typed(String word) {
    String plain = plain(word);
    return Arrays.stream(values())
        .filter(mark -> plain.equals(plain(mark.title())) || plain.equals(plain(mark.letter)))
        .findFirst();
  }

  private static String plain(String word) {
    return word.replaceAll("[\\s\\p{Z}_-]+", "").toLowerCase(Locale.ROOT);
  }

  /** {@return the mark itself} */
  public Status status() {
    return status;
  }

  /** {@return position in the order of the marks, from 0} */
  int index() {
    return Arrays.asList(values()).indexOf(this);
  }

  String title() {
    return status.title();
  }

  String letter() {
    return letter;
  }

  /** {@return background colour: six hexadecimal digits, as all colours here} */
  String fill() {
    return hue.fill;
  }

  /** {@return text colour} */
  String ink() {
    return hue.ink;
  }

  /** {@return colour in charts} */
  String bar() {
    return hue.bar;
  }
}
