package org.rollcall.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.rollcall.enrol.CaptureHint;
import org.rollcall.video.RecordingFacts;

/** Encodes structured answers of workers as one line of space-separated words, and decodes them. */
final class Answers {
  private static final String NOTHING = "-";

  private Answers() {}

  static String of(RecordingFacts facts) {
    String length = facts.length().map(Duration::toString).orElse(NOTHING);
    String created = facts.created().map(Instant::toString).orElse(NOTHING);
    return "%s %s %s".formatted(length, created, facts.video());
  }

  static RecordingFacts facts(String line) {
    String[] words = line.split(" ", -1);
    return new RecordingFacts(
        read(words[0]).map(Duration::parse),
        read(words[1]).map(Instant::parse),
        Boolean.parseBoolean(words[2]));
  }

  static String of(CaptureHint hint) {
    return "%s %s %s".formatted(hint.hint(), hint.turn(), hint.weight());
  }

  static CaptureHint hint(String line) {
    String[] words = line.split(" ", -1);
    return new CaptureHint(
        CaptureHint.Hint.valueOf(words[0]),
        CaptureHint.Turn.valueOf(words[1]),
        Float.parseFloat(words[2]));
  }

  private static Optional<String> read(String word) {
    return Optional.of(word).filter(text -> !text.equals(NOTHING));
  }
}
