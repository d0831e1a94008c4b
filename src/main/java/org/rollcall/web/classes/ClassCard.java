package org.rollcall.web.classes;

import java.util.Optional;
import org.rollcall.model.LessonTally;
import org.rollcall.model.Status;
import org.rollcall.store.register.ClassProgress;
import org.rollcall.web.kit.Addresses;

/**
 * A class in the list of classes.
 *
 * @param className its name
 * @param standing its lessons so far; empty before the first one
 */
record ClassCard(String className, Optional<ClassProgress> standing) {
  String address() {
    return Addresses.schoolClass(className);
  }

  LessonTally latest() {
    return standing.orElseThrow().latest();
  }

  int lessons() {
    return standing.orElseThrow().lessons();
  }

  String latestAddress() {
    return Addresses.lesson(latest().lesson());
  }

  int review() {
    return latest().tally().count(Status.REVIEW);
  }
}
