package org.rollcall.school;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.rollcall.model.Message;
import org.rollcall.model.RollcallException;

/** Thrown when a file under {@code config/} is missing or unusable. */
public final class InvalidConfiguration extends RollcallException {
  private static final long serialVersionUID = 1L;

  /**
   * One thing to correct.
   *
   * @param line line number in the file, from 1; empty if the problem concerns the whole file
   * @param subject key of the setting or name of the column; blank if neither applies
   * @param found what was found
   * @param expected what was expected
   */
  public record Problem(OptionalInt line, String subject, Message found, Message expected) {
    /** {@return the problem in English, as in messages, without a full stop} */
    String sentence() {
      return sentence(Locale.ENGLISH);
    }

    private String sentence(Locale language) {
      List<String> place = new ArrayList<>();
      line.ifPresent(number -> place.add(Message.of(Fault.LINE, number).text(language)));
      if (!subject.isEmpty()) {
        place.add(subject);
      }
      String fault = Message.of(Fault.FOUND_EXPECTED, found, expected).text(language);
      return place.isEmpty() ? fault : String.join(", ", place) + ": " + fault;
    }
  }

  private final transient List<Problem> problems;

  InvalidConfiguration(String message) {
    super(message);
    problems = List.of();
  }

  InvalidConfiguration(Message message) {
    super(message);
    problems = List.of();
  }

  /**
   * Rejects settings that only their target library can check.
   *
   * @param message the file and the setting, what was found and what was expected
   * @param cause the library's exception
   */
  public InvalidConfiguration(String message, Throwable cause) {
    super(message, cause);
    problems = List.of();
  }

  InvalidConfiguration(String file, List<Problem> problems) {
    super(Message.worded(language -> message(file, List.copyOf(problems), language)));
    this.problems = List.copyOf(problems);
  }

  /**
   * {@return everything that is wrong with the content of the file, by line; empty if the content
   * is not at fault}
   */
  public List<Problem> problems() {
    return problems;
  }

  private static String message(String file, List<Problem> problems, Locale language) {
    if (problems.size() == 1) {
      String problem = problems.get(0).sentence(language);
      return Message.of(Fault.FILE_WITH_ONE, file, problem).text(language);
    }
    String first = Message.of(Fault.FILE_WITH_SEVERAL, file, problems.size()).text(language);
    return problems.stream()
        .map(problem -> "\n  " + problem.sentence(language))
        .collect(Collectors.joining("", first, ""));
  }
}
