package org.rollcall.lesson;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.rollcall.config.Home;
import org.rollcall.model.Correction;
import org.rollcall.model.Jpeg;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Register;
import org.rollcall.model.RollcallException;
import org.rollcall.result.ResultFolder;
import org.rollcall.result.UnwritableResult;
import org.rollcall.store.AuditEntry.Action;
import org.rollcall.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a teacher looks at the registers of lessons, and writes over marks. What is typed into the
 * sheets counts as much as what is written here: the later one holds.
 *
 * <p>For any number of threads.
 */
public final class Desk {
  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

  private final Home home;
  private final Store store;
  private final Sheets sheets;
  private final Consumer<String> changed;

  /**
   * Prepares.
   *
   * @param home the installation
   * @param store its open store, which the caller closes
   * @param changed hears of each class of which marks have changed, so that its register is due
   */
  public Desk(Home home, Store store, Consumer<String> changed) {
    this.home = home;
    this.store = store;
    this.sheets = new Sheets(home, store);
    this.changed = changed;
  }

  /** Somebody else has corrected the mark since it was looked at. */
  public static final class StaleCorrection extends RollcallException {
    private static final long serialVersionUID = 1L;

    StaleCorrection(String message) {
      super(message);
    }
  }

  /** {@return the classes that are enrolled or have a register, in the order of their names} */
  public List<String> classNames() {
    TreeSet<String> names = new TreeSet<>(home.classNames());
    names.addAll(store.lessons().classNames());
    return List.copyOf(names);
  }

  /**
   * The register of a lesson.
   *
   * @param lesson which lesson
   * @return what its sheet shows, with {@link Jpeg#UNREAD} in place of each picture; empty if it
   *     has none
   */
  public Optional<Register> register(LessonKey lesson) {
    return store.lessons().outline(lesson);
  }

  /**
   * The best picture of a student in a lesson.
   *
   * @param lesson which lesson
   * @param student id of the student
   * @return the picture; empty if there is none
   */
  public Optional<Jpeg> evidence(LessonKey lesson, String student) {
    return store.lessons().evidence(lesson, student);
  }

  /**
   * The face of a student on the best enrolment photo.
   *
   * @param className name of the class
   * @param student id of the student
   * @return the picture; empty if there is none
   */
  public Optional<Jpeg> portrait(String className, String student) {
    return store.gallery().portrait(className, student);
  }

  /**
   * The best picture of an unknown person in a lesson.
   *
   * @param lesson which lesson
   * @param number of the person in the lesson
   * @return the picture; empty if there is none
   */
  public Optional<Jpeg> unknown(LessonKey lesson, int number) {
    return store.lessons().unknown(lesson, number);
  }

  /**
   * The sheet of a lesson.
   *
   * @param lesson which lesson
   * @return the workbook; empty if there is none
   */
  public Optional<Path> sheet(LessonKey lesson) {
    return Optional.of(sheets.sheet(lesson)).filter(Files::isRegularFile);
  }

  /**
   * Why the sheet of a lesson does not show what is known.
   *
   * @param lesson which lesson
   * @return the reason, such as that somebody has it open; empty if it is up to date
   */
  public String sheetWaits(LessonKey lesson) {
    return store.pendingSheets().reason(lesson).orElse("");
  }

  /**
   * Writes over a mark, or takes that back, and brings sheet and result up to date; the register of
   * the class is due then. A sheet that cannot be written now is written later.
   *
   * @param lesson a lesson that has a register
   * @param student id of a student in it
   * @param seen what stood there when the person looked; empty for no correction
   * @param wanted what shall stand there; empty to take the correction back
   * @param author who it is
   * @throws StaleCorrection if something else stands there by now; nothing was changed then
   * @throws RollcallException if the lesson has no register, or the student is not in it
   */
  public void correct(
      LessonKey lesson,
      String student,
      Optional<Correction> seen,
      Optional<Correction> wanted,
      String author) {
    store
        .leases()
        .alone(
            "class " + lesson.className(),
            () -> {
              correctAlone(lesson, student, seen, wanted, author);
              return null;
            });
    changed.accept(lesson.className());
  }

  private void correctAlone(
      LessonKey lesson,
      String student,
      Optional<Correction> seen,
      Optional<Correction> wanted,
      String author) {
    requireRow(lesson, student);
    sheets.takeInCorrections(lesson);
    Map<String, Correction> holding = new LinkedHashMap<>(store.lessons().corrections(lesson));
    Optional<Correction> standing = Optional.ofNullable(holding.get(student));
    if (standing.equals(wanted)) {
      return;
    }
    if (!standing.equals(seen)) {
      throw new StaleCorrection(
          "Somebody else has corrected this mark meanwhile. Look at it again before you change"
              + " it.");
    }
    wanted.ifPresentOrElse(
        correction -> holding.put(student, correction), () -> holding.remove(student));
    store.lessons().saveCorrections(lesson, holding, author);
    store.audit().add(author, "", Action.CORRECTION, "%s %s".formatted(lesson, student));
    Register register = store.lessons().find(lesson).orElseThrow();
    updateResult(register);
    sheets.writeOrLeavePending(register);
  }

  private void requireRow(LessonKey lesson, String student) {
    boolean there =
        register(lesson).stream()
            .flatMap(register -> register.rows().stream())
            .anyMatch(row -> row.verdict().student().id().equals(student));
    if (!there) {
      throw new RollcallException(
          "There is no student '%s' in the register of %s.".formatted(student, lesson));
    }
  }

  /** The correction is safe in the store: the copy for other programs is written anew next time. */
  private void updateResult(Register register) {
    try {
      ResultFolder.update(register, home.output(register.lesson().key()));
    } catch (UnwritableResult e) {
      LOG.warn("{} It shows the marks as they were before.", e.getMessage());
    }
  }
}
