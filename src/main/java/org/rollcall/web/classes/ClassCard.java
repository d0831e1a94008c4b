package org.rollcall.web.classes;

import java.util.Optional;
import org.rollcall.model.LessonTally;
import org.rollcall.store.register.ClassProgress;
import org.rollcall.web.kit.Addresses;

/**
 * A class in the list of classes.
 *
 * @param className its name
 * @param progress its lessons so far; empty before the first one
 */
record ClassCard(String className, Optional<ClassProgress> progress) {
  String address() {
    return Addresses.schoolClass(className);
  }

  LessonTally latest() {
    return progress.orElseThrow().latest();
  }

  int lessons() {
    return progress.orElseThrow().lessons();
  }

  String latestAddress() {
    return Addresses.lesson(latest().lesson());
  }

  int review() {
    return progress.orElseThrow().reviews();
  }
}
