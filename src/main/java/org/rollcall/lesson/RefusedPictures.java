package org.rollcall.lesson;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.Consent;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.RollcallException;
import org.rollcall.model.Roster;
import org.rollcall.model.Student;
import org.rollcall.result.ResultFolder;
import org.rollcall.school.Home;
import org.rollcall.school.RosterFile;
import org.rollcall.store.Store;
import org.rollcall.store.account.AuditEntry.Action;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps students who refused consent out of sight.
 *
 * <p>Nobody can tell which of the unknown faces is such a student without comparing faces, which is
 * what was refused. So in a class with a refusal no picture is kept of any face that is not surely
 * another student: not of unknown faces, nor behind marks in Review, nor the preview of the whole
 * room. That holds for every class recorded together with it as well. Pictures kept before somebody
 * refused are deleted.
 *
 * <p>Thread-safe.
 */
public final class RefusedPictures {
  private static final Logger LOG = LoggerFactory.getLogger(RefusedPictures.class);

  /** Whoever does this in the audit log. */
  private static final String ROLLCALL = "Rollcall";

  private final Home home;
  private final Store store;

  /**
   * Creates the service for an installation.
   *
   * @param home the installation
   * @param store its open store, which the caller closes
   */
  public RefusedPictures(Home home, Store store) {
    this.home = home;
    this.store = store;
  }

  /** {@return whether the recordings of a lesson may show a student who refused consent} */
  boolean concern(LessonKey lesson) {
    return store.withheldPictures().classesIn(lesson).stream()
        .anyMatch(className -> !refusing(className).isEmpty());
  }

  /** Deletes the pictures of all classes that must not be shown. */
  public void deleteAll() {
    home.classNames().forEach(this::delete);
  }

  /**
   * Deletes the pictures of a class that must not be shown. Sheets that hold some are to be written
   * again.
   *
   * @param className name of the class; nothing happens if its roster cannot be read
   */
  public void delete(String className) {
    List<String> refusing = refusing(className);
    if (refusing.isEmpty()) {
      return;
    }
    for (LessonKey lesson : store.withheldPictures().delete(className, refusing)) {
      store.pendingSheets().add(lesson, Message.of(Reason.SHEET_WITH_PICTURES));
      store.auditLog().add(ROLLCALL, "", Action.PICTURES_DELETED, lesson.toString());
      LOG.info("{}: pictures deleted, a student has refused consent", lesson);
      store.lessons().find(lesson).ifPresent(this::deleteFiles);
    }
  }

  private List<String> refusing(String className) {
    return roster(className).map(Roster::students).orElse(List.of()).stream()
        .filter(student -> student.consent() == Consent.REFUSED)
        .map(Student::id)
        .toList();
  }

  private Optional<Roster> roster(String className) {
    if (Files.notExists(home.rosterFile(className))) {
      return Optional.empty();
    }
    try {
      return Optional.of(RosterFile.read(home, className));
    } catch (RollcallException e) {
      LOG.debug("The roster of {} says nothing about consent", className, e);
      return Optional.empty();
    }
  }

  private void deleteFiles(LessonRegister register) {
    Path results = home.output(register.lesson().key());
    if (Files.notExists(results)) {
      return;
    }
    try {
      ResultFolder.write(register, results);
    } catch (RollcallException e) {
      LOG.warn("{}: pictures are left in its results: {}", register.lesson().key(), e.getMessage());
    }
  }
}
