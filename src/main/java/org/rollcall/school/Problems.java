package org.rollcall.school;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.rollcall.model.Message;
import org.rollcall.school.InvalidConfiguration.Problem;

/** Collects the problems of one file, so that they can be reported together. */
public final class Problems {
  private final String file;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * Creates an empty collection.
   *
   * @param file the file name shown in messages
   */
  public Problems(String file) {
    this.file = file;
  }

  /**
   * Adds a problem of one line, worded in English only.
   *
   * @param line line number in the file, from 1
   * @param subject key of the setting or name of the column; blank if neither applies
   * @param found what was found
   * @param expected what was expected
   */
  public void add(int line, String subject, String found, String expected) {
    add(line, subject, Message.english(found), Message.english(expected));
  }

  void add(int line, String subject, Message found, Message expected) {
    problems.add(new Problem(OptionalInt.of(line), subject, found, expected));
  }

  void addForFile(Message found, Message expected) {
    problems.add(new Problem(OptionalInt.empty(), "", found, expected));
  }

  /**
   * Adds a problem that concerns the whole file, worded in English only.
   *
   * @param found what was found
   * @param expected what was expected
   */
  public void addForFile(String found, String expected) {
    addForFile(Message.english(found), Message.english(expected));
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  /**
   * Rejects the file if there are any problems.
   *
   * @throws InvalidConfiguration listing all problems by line, those of the whole file first
   */
  public void throwIfAny() {
    if (!isEmpty()) {
      problems.sort(Comparator.comparingInt(problem -> problem.line().orElse(0)));
      throw new InvalidConfiguration(file, problems);
    }
  }
}
