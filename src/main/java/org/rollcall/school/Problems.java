package org.rollcall.school;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.rollcall.model.Message;
import org.rollcall.school.InvalidConfiguration.Problem;

/** Collects what is wrong with one file, so that it can be told all at once. */
public final class Problems {
  private final String file;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * Starts with none.
   *
   * @param file the file as messages show it
   */
  public Problems(String file) {
    this.file = file;
  }

  public void add(int line, String subject, String found, String expected) {
    problems.add(new Problem(OptionalInt.of(line), subject, found, expected));
  }

  void add(int line, String subject, Message found, Message expected) {
    problems.add(new Problem(OptionalInt.of(line), subject, found, expected));
  }

  void addForFile(Message found, Message expected) {
    problems.add(new Problem(OptionalInt.empty(), "", found, expected));
  }

  public void addForFile(String found, String expected) {
    problems.add(new Problem(OptionalInt.empty(), "", found, expected));
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  public void throwIfAny() {
    if (!isEmpty()) {
      problems.sort(Comparator.comparingInt(problem -> problem.line().orElse(0)));
      throw new InvalidConfiguration(file, problems);
    }
  }
}
