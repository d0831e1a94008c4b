package org.rollcall.sheet.typed;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.SheetProblem;

/** The problems of a sheet, each once, and not more of them than anybody would read. */
final class ProblemList {
  private static final int MOST = 50;

  private final Set<SheetProblem> problems = new LinkedHashSet<>();
  private final Set<String> consumed = new HashSet<>();

  /** Adds a problem, unless it is there already. */
  void add(String cell, String typed, Reason reason, Object... values) {
    problems.add(new SheetProblem(cell, typed, Message.of(reason, values)));
    consume(cell);
  }

  /** Marks a cell whose content was taken, or reported with another. */
  void consume(String cell) {
    consumed.add(cell);
  }

  /** Tells whether nothing is known yet of a cell. */
  boolean isOpen(String cell) {
    return !consumed.contains(cell);
  }

  /** {@return the problems; if there are too many, the first ones and the number of the others} */
  List<SheetProblem> list() {
    int others = problems.size() - MOST;
    return others <= 0
        ? List.copyOf(problems)
        : Stream.concat(
                problems.stream().limit(MOST),
                Stream.of(new SheetProblem("", "", Message.of(Reason.TYPED_MORE, others))))
            .toList();
  }
}
