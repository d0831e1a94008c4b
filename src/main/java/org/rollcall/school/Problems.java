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

  /**
   * Adds a problem of one line, told in English only.
   *
   * @param line line of the file, from 1
   * @param subject key of the setting or name of the column; blank where there is none
   * @param found what stands there
   * @param expected what should stand there
   */
  public void add(int line, String subject, String found, String expected) {
    problems.add(new Problem(OptionalInt.of(line), subject, found, expected));
  }

  void add(int line, String subject, Message found, Message expected) {
    problems.add(new Problem(OptionalInt.of(line), subject, found, expected));
  }

  void addForFile(Message found, Message expected) {
    problems.add(new Problem(OptionalInt.empty(), "", found, expected));
  }

  /**
   * Adds a problem of the file as a whole, told in English only.
   *
   * @param found what stands there
   * @param expected what should stand there
   */
  public void addForFile(String found, String expected) {
    problems.add(new Problem(OptionalInt.empty(), "", found, expected));
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  /**
   * Refuses the file if anything is wrong with it.
   *
   * @throws InvalidConfiguration with all problems by line, those of the file as a whole first
   */
  public void throwIfAny() {
    if (!isEmpty()) {
      problems.sort(Comparator.comparingInt(problem -> problem.line().orElse(0)));
      throw new InvalidConfiguration(file, problems);
    }
  }
}
