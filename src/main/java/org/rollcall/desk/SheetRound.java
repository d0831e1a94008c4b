package org.rollcall.desk;

import java.util.List;
import org.rollcall.lesson.Sheets;
import org.rollcall.model.LessonKey;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.school.Home;
import org.rollcall.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what people have typed into the sheets of lessons, and updates whatever else shows the
 * marks: the result, the sheet itself with the values beside it, and the class register, which
 * becomes due.
 */
final class SheetRound {
  private static final Logger LOG = LoggerFactory.getLogger(SheetRound.class);
  private final Store store;
  private final Sheets sheets;

  /**
   * Creates the round for an installation. Reads nothing yet.
   *
   * @param home the installation
   * @param store its open store, which the caller closes
   */
  SheetRound(Home home, Store store) {
    this(store, new Sheets(home, store));
  }

  SheetRound(Store store, Sheets sheets) {
    this.store = store;
    this.sheets = sheets;
  }

  /**
   * Looks at the sheets of all classes. Only those that have been saved since they were last read
   * are opened.
   *
   * @return the classes whose sheets had been saved
   */
  List<String> takeInAll() {
    return store.lessons().classNames().stream()
        .takeWhile(className -> !Thread.currentThread().isInterrupted())
        .filter(this::takeIn)
        .toList();
  }

  /**
   * Looks at the sheets of a class. One that cannot be read now is left for the next time.
   *
   * @param className name of the class
   * @return whether any of them had been saved
   */
  boolean takeIn(String className) {
    try {
      List<LessonKey> edited = sheets.edited(className);
      if (!edited.isEmpty()) {
        store.leases().exclusively("class " + className, () -> takeInAlone(edited));
      }
      return !edited.isEmpty();
    } catch (TemporaryFailure e) {
      LOG.warn("{}", e.getMessage());
      return false;
    }
  }

  private List<LessonKey> takeInAlone(List<LessonKey> edited) {
    edited.stream()
        .filter(sheets::importCorrectionsIfReadable)
        .flatMap(lesson -> store.lessons().find(lesson).stream())
        .forEach(sheets::update);
    return edited;
  }
}
