package org.rollcall.config;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.rollcall.model.RollcallException;

/** A file under {@code config/} that is missing or cannot be used as it stands. */
public final class BadSettings extends RollcallException {
  private static final long serialVersionUID = 1L;

  /**
   * One thing to correct.
   *
   * @param line line of the file, from 1; empty where the file as a whole is meant
   * @param subject key of the setting or name of the column; blank where there is none
   * @param found what stands there
   * @param expected what should stand there
   */
  public record Problem(OptionalInt line, String subject, String found, String expected) {
    /** {@return the problem as messages tell it, without a full stop} */
    public String sentence() {
      String where = line.isPresent() ? "line " + line.getAsInt() : "";
      String between = where.isEmpty() || subject.isEmpty() ? "" : ", ";
      String place = where + between + subject;
      return "%s%sfound %s, expected %s"
          .formatted(place, place.isEmpty() ? "" : ": ", found, expected);
    }
  }

  private final transient List<Problem> problems;

  BadSettings(String message) {
    super(message);
    problems = List.of();
  }

  /**
   * Refuses settings that only the library they are meant for understands.
   *
   * @param message which file, which setting, what was found and what was expected
   * @param cause what the library says
   */
  public BadSettings(String message, Throwable cause) {
    super(message, cause);
    problems = List.of();
  }

  BadSettings(String file, List<Problem> problems) {
    super(message(file, problems));
    this.problems = List.copyOf(problems);
  }

  /** {@return all that is wrong with the content of the file, by line; empty if it has none} */
  public List<Problem> problems() {
    return problems;
  }

  private static String message(String file, List<Problem> problems) {
    if (problems.size() == 1) {
      return "Cannot use %s: %s.".formatted(file, problems.get(0).sentence());
    }
    return problems.stream()
        .map(problem -> "\n  " + problem.sentence())
        .collect(
            Collectors.joining(
                "", "Cannot use %s: %d problems.".formatted(file, problems.size()), ""));
  }
}
