package org.rollcall.school.text;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rollcall.school.text.DecodedText.TextReading;

/**
 * Decodes text as saved by editors and spreadsheets anywhere in the world: Unicode with or without
 * a byte order mark, and the code pages of countries. These look alike: unless the bytes make sense
 * in one of them only, or in one much more than in all others, somebody has to choose.
 */
public final class TextDecoder {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Windows first, then other systems; within each, the one that most schools use. */
  private static final List<String> ENCODINGS =
      List.of(
          "windows-1252",
          "windows-1250",
          "windows-1251",
          "windows-1253",
          "windows-1254",
          "windows-1255",
          "windows-1256",
          "windows-1257",
          "windows-31j",
          "EUC-JP",
          "GB18030",
          "Big5",
          "x-windows-949",
          "x-windows-874",
          "x-MacRoman",
          "x-MacCentralEurope",
          "x-MacCyrillic",
          "KOI8-R",
          "IBM850",
          "IBM852",
          "IBM866",
          "ISO-8859-2",
          "ISO-8859-5",
          "ISO-8859-7",
          "ISO-8859-8",
          "ISO-8859-15");

  /** The names by which the detector calls what these contain. */
  private static final Map<String, String> FAMILY =
      Map.of(
          "ISO-8859-1", "windows-1252",
          "ISO-8859-2", "windows-1250",
          "ISO-8859-7", "windows-1253",
          "ISO-8859-8", "windows-1255",
          "ISO-8859-8-I", "windows-1255",
          "ISO-8859-6", "windows-1256",
          "Shift_JIS", "windows-31j",
          "EUC-KR", "x-windows-949");

  /** Of the detector's confidence, 0 to 100. */
  private static final int CLEARLY_AHEAD = 30;

  private TextDecoder() {}

  /**
   * Decodes a text.
   *
   * @param bytes the content of a file
   * @return what it can mean
   */
  public static DecodedText decode(byte[] bytes) {
    return unicode(bytes)
        .map(reading -> DecodedText.sure(reading.encoding(), withoutMark(reading.text())))
        .or(() -> mixed(bytes))
        .orElseGet(() -> ofACountry(bytes));
  }

  private static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static Optional<TextReading> unicode(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      return Optional.of(new TextReading("UTF-16", new String(bytes, StandardCharsets.UTF_16)));
    }
    Optional<String> utf8 = decoded(bytes, StandardCharsets.UTF_8);
    Optional<TextReading> wide =
        utf8.filter(text -> text.indexOf(0) < 0).isEmpty() ? wide(bytes) : Optional.empty();
    return wide.or(() -> utf8.map(text -> new TextReading(DecodedText.USUAL, text)));
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  /** Separators and ends of lines have a zero byte in UTF-16, on one side of each pair only. */
  private static Optional<TextReading> wide(byte[] bytes) {
    int[] zeros = new int[2];
    for (int i = 0; i < bytes.length; i++) {
      zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
    }
    if (zeros[0] + zeros[1] == 0 || zeros[0] == zeros[1] || bytes.length % 2 != 0) {
      return Optional.empty();
    }
    Charset charset = zeros[0] > zeros[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    return decoded(bytes, charset)
        .filter(text -> Plausibility.isPlausible(composed(text)))
        .map(text -> new TextReading(charset.name(), text));
  }

  /** Unicode may have accents of their own. */
  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static Optional<String> decoded(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Somebody has added lines to a UTF-8 file with a program that knows no UTF-8. */
  private static Optional<DecodedText> mixed(byte[] bytes) {
    Charset other = Charset.forName(ENCODINGS.get(0));
    StringBuilder text = new StringBuilder();
    boolean unicode = false;
    for (byte[] line : lines(bytes)) {
      Optional<String> utf8 = decoded(line, StandardCharsets.UTF_8);
      unicode |= utf8.filter(read -> read.length() < line.length).isPresent();
      text.append(utf8.orElseGet(() -> new String(line, other)));
    }
    String name = "UTF-8 + " + other.name();
    return unicode && Plausibility.isPlausible(composed(text.toString()))
        ? Optional.of(
            new DecodedText(List.of(new TextReading(name, withoutMark(text.toString()))), false))
        : Optional.empty();
  }

  /** {@return the lines with their ends} */
  private static List<byte[]> lines(byte[] bytes) {
    List<byte[]> lines = new ArrayList<>();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (byte next : bytes) {
      line.write(next);
      if (next == '\n') {
        lines.add(line.toByteArray());
        line.reset();
      }
    }
    lines.add(line.toByteArray());
    return lines;
  }

  private static DecodedText ofACountry(byte[] bytes) {
    Map<String, Integer> confidence = confidence(bytes);
    List<TextReading> readings =
        readings(bytes).stream()
            .sorted(
                Comparator.comparing((TextReading one) -> !Alphabets.isOfOneLanguage(one.text()))
                    .thenComparingInt(one -> -confidence(one, confidence)))
            .toList();
    if (readings.isEmpty()) {
      Charset last = Charset.forName(ENCODINGS.get(0));
      return new DecodedText(List.of(new TextReading(last.name(), new String(bytes, last))), false);
    }
    List<TextReading> natural =
        readings.stream().filter(one -> Alphabets.isOfOneLanguage(one.text())).toList();
    return new DecodedText(readings, isSure(natural.isEmpty() ? readings : natural, confidence));
  }

  /** {@return whether the first of several readings, the likeliest first, is far ahead} */
  private static boolean isSure(List<TextReading> readings, Map<String, Integer> confidence) {
    return readings.stream()
        .skip(1)
        .map(one -> confidence(one, confidence))
        .allMatch(
            other -> other > 0 && other + CLEARLY_AHEAD <= confidence(readings.get(0), confidence));
  }

  private static int confidence(TextReading reading, Map<String, Integer> confidence) {
    return confidence.getOrDefault(reading.encoding().toLowerCase(Locale.ROOT), 0);
  }

  /** {@return the plausible readings, each text once} */
  private static List<TextReading> readings(byte[] bytes) {
    Map<String, TextReading> byText = new LinkedHashMap<>();
    ENCODINGS.stream()
        .filter(Charset::isSupported)
        .forEach(
            name ->
                decoded(bytes, Charset.forName(name))
                    .filter(Plausibility::isPlausible)
                    .ifPresent(text -> byText.putIfAbsent(text, new TextReading(name, text))));
    return List.copyOf(byText.values());
  }

  private static Map<String, Integer> confidence(byte[] bytes) {
    Map<String, Integer> confidence = new LinkedHashMap<>();
    for (CharsetMatch match : new CharsetDetector().setText(bytes).detectAll()) {
      String name = FAMILY.getOrDefault(match.getName(), match.getName()).toLowerCase(Locale.ROOT);
      confidence.merge(name, match.getConfidence(), Math::max);
    }
    return confidence;
  }
}
