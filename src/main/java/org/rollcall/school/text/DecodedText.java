package org.rollcall.school.text;

import java.util.List;
import java.util.Optional;

/**
 * What the bytes of a text file can mean.
 *
 * @param readings the possible readings, the likeliest first; never empty
 * @param isSure whether it is the first one
 */
public record DecodedText(List<TextReading> readings, boolean isSure) {
  /** The encoding that needs no mention. */
  public static final String USUAL = "UTF-8";

  private static final int MOST_SAMPLES = 4;

  public DecodedText {
    readings = List.copyOf(readings);
  }

  /**
   * A way to read the bytes.
   *
   * @param encoding name of the encoding
   * @param text the text, without a byte order mark
   */
  public record TextReading(String encoding, String text) {
    /** {@return the first words that another encoding would show differently} */
    public List<String> samples() {
      return text.lines()
          .flatMap(line -> List.of(line.split("[,;|\\t\"]", -1)).stream())
          .map(String::strip)
          .filter(cell -> cell.chars().anyMatch(letter -> letter >= 0x80))
          .distinct()
          .limit(MOST_SAMPLES)
          .toList();
    }
  }

  static DecodedText sure(String encoding, String text) {
    return new DecodedText(List.of(new TextReading(encoding, text)), true);
  }

  /** {@return the likeliest reading} */
  public TextReading likeliest() {
    return readings.get(0);
  }

  /**
   * Finds a reading by its encoding.
   *
   * @param encoding name of an encoding
   * @return the reading; empty if the bytes cannot be read like that
   */
  public Optional<TextReading> reading(String encoding) {
    return readings.stream().filter(one -> one.encoding().equals(encoding)).findFirst();
  }

  /** {@return the encodings, in words} */
  public String encodings() {
    return String.join(", ", readings.stream().map(TextReading::encoding).toList());
  }
}
