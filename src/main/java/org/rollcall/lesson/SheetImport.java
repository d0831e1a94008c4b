package org.rollcall.lesson;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollcall.lesson.SheetMerge.KnownSheet;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.SheetProblem;
import org.rollcall.model.SheetState;
import org.rollcall.model.Student;
import org.rollcall.school.Home;
import org.rollcall.sheet.UnreadableSheet;
import org.rollcall.sheet.typed.LessonSheet;
import org.rollcall.sheet.typed.SheetContent;
import org.rollcall.store.Store;
import org.rollcall.store.register.Lessons;
import org.rollcall.store.register.SheetEdits;
import org.rollcall.store.register.SheetStates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what people typed into sheets and copies of them into the store. */
final class SheetImport {
  private static final Logger LOG = LoggerFactory.getLogger(SheetImport.class);

  private final Home home;
  private final Lessons lessons;
  private final SheetStates states;
  private final LessonSheet format;

  SheetImport(Home home, Store store, LessonSheet format) {
    this.home = home;
    this.lessons = store.lessons();
    this.states = store.sheetStates();
    this.format = format;
  }

  /** Does what {@link Sheets#importCorrections} promises. */
  boolean read(LessonKey lesson) {
    Path sheet = home.sheet(lesson);
    SheetFolder folder = SheetFolder.list(sheet.getParent());
    String name = sheet.getFileName().toString();
    boolean copies = readCopies(lesson, folder.copiesOf(name));
    Optional<Instant> modified = folder.modified(name);
    if (modified.isEmpty() || modified.equals(states.find(lesson).map(SheetState::modified))) {
      return copies;
    }
    try {
      return readSheet(lesson) || copies;
    } catch (UnreadableSheet e) {
      states.saveUnreadable(lesson, modified.get());
      throw e;
    }
  }

  private boolean readSheet(LessonKey lesson) {
    SheetContent content = format.read(home.sheet(lesson), students(lesson));
    KnownSheet before =
        states
            .find(lesson)
            .filter(last -> !content.goesBackBehind(last))
            .map(last -> new KnownSheet(last.shown(), states.known(lesson).orElse(Instant.MIN)))
            .orElseGet(() -> new KnownSheet(content.asWritten(), Instant.MIN));
    SheetEdits edits =
        merge(lesson, content, before)
            .merge(content.state().shown(), home.relative(home.sheet(lesson)))
            .with(content.problems());
    log(lesson, edits);
    states.save(lesson, content.state(), edits);
    return !edits.isEmpty() || !content.state().corrections().equals(lessons.corrections(lesson));
  }

  private SheetMerge merge(LessonKey lesson, SheetContent content, KnownSheet before) {
    return new SheetMerge(before, lessons.correctionsEver(lesson), content.state().modified());
  }

  /** {@return the names of the students of a lesson by id; empty if it has no register} */
  private Map<String, String> students(LessonKey lesson) {
    return lessons.outline(lesson).stream()
        .flatMap(register -> register.rows().stream())
        .map(row -> row.verdict().student())
        .collect(Collectors.toMap(Student::id, Student::name));
  }

  /** What was typed stays out of the log: it may be a name. */
  private static void log(LessonKey lesson, SheetEdits edits) {
    for (SheetProblem problem : edits.problems()) {
      LOG.warn("Sheet of {}, {}: {}", lesson, problem.cell(), problem.message());
    }
  }

  private boolean readCopies(LessonKey lesson, Map<String, Instant> copies) {
    Map<String, Instant> known = states.copies(lesson.className()).getOrDefault(lesson, Map.of());
    Map<String, Instant> changed = new HashMap<>(copies);
    changed.entrySet().removeAll(known.entrySet());
    changed.forEach((file, modified) -> readCopy(lesson, file, modified));
    List<String> gone = known.keySet().stream().filter(file -> !copies.containsKey(file)).toList();
    gone.forEach(file -> states.forgetCopy(lesson, file));
    return !changed.isEmpty() || !gone.isEmpty();
  }

  private void readCopy(LessonKey lesson, String file, Instant modified) {
    SheetEdits edits = edits(lesson, file);
    log(lesson, edits);
    states.saveCopy(lesson, modified, edits);
  }

  private SheetEdits edits(LessonKey lesson, String file) {
    if (SheetFolder.isValues(file)) {
      return nothing(file, Message.of(Reason.SHEET_VALUES));
    }
    try {
      SheetContent content = format.read(home.sheet(lesson).resolveSibling(file), students(lesson));
      // A copy never had what was typed into the sheet itself, so only what Rollcall wrote counts.
      return merge(lesson, content, new KnownSheet(content.asWritten(), Instant.MIN))
          .merge(content.state().shown(), file)
          .with(problems(file, Reason.SHEET_COPY, content.problems()));
    } catch (UnreadableSheet e) {
      return nothing(file, e.message());
    }
  }

  private static SheetEdits nothing(String file, Message why) {
    return new SheetEdits(file, List.of(), List.of(), List.of(new SheetProblem(file, "", why)));
  }

  private static List<SheetProblem> problems(
      String file, Reason reason, List<SheetProblem> ofCells) {
    return Stream.concat(
            Stream.of(new SheetProblem(file, "", Message.of(reason))),
            ofCells.stream()
                .map(
                    problem ->
                        new SheetProblem(
                            file + " " + problem.cell(), problem.typed(), problem.message())))
        .toList();
  }
}
