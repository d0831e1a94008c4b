package org.rollcall.web;

import java.util.List;
import org.rollcall.lesson.ProgressBoard;
import org.rollcall.lesson.ProgressBoard.Errand;
import org.rollcall.lesson.ProgressBoard.Stage;
import org.rollcall.lesson.ProgressBoard.Work;

/**
 * What is worked on at this moment.
 *
 * @param works lessons under work
 * @param asked what was asked for and is not done
 */
record Live(List<Work> works, List<Errand> asked) {
  Live {
    works = List.copyOf(works);
    asked = List.copyOf(asked);
  }

  static Live of(ProgressBoard board) {
    return new Live(
        board.works(),
        board.errands().stream().filter(errand -> errand.stage() != Stage.ENDED).toList());
  }

  /** {@return a text that changes when something begins or ends, but not while it goes on} */
  String what() {
    return works.stream().map(Work::lesson).toList()
        + " "
        + asked.stream().map(errand -> errand.name() + errand.stage()).toList();
  }
}
