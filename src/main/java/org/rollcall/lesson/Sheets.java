package org.rollcall.lesson;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.result.ResultFolder;
import org.rollcall.result.UnwritableResult;
import org.rollcall.school.Home;
import org.rollcall.sheet.SheetDraft;
import org.rollcall.sheet.UnreadableSheet;
import org.rollcall.sheet.typed.LessonSheet;
import org.rollcall.sheet.typed.LessonWorkbook;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.Leases;
import org.rollcall.store.ledger.PendingSheets;
import org.rollcall.store.register.DueClassRegisters;
import org.rollcall.store.register.Lessons;
import org.rollcall.store.register.SheetProblems;
import org.rollcall.store.register.SheetStates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads and writes the sheets of lessons. Teachers' corrections are read before a sheet is
 * overwritten. Those typed into a sheet and those made on the pages have equal rank: the latest one
 * holds.
 */
public final class Sheets {
  private static final Logger LOG = LoggerFactory.getLogger(Sheets.class);

  private final Home home;
  private final Lessons lessons;
  private final SheetStates states;
  private final SheetProblems problems;
  private final PendingSheets pending;
  private final DueClassRegisters registers;
  private final Leases leases;
  private final LessonSheet format;
  private final SheetValues values;
  private final SheetImport sheetImport;

  /**
   * Creates the reader and writer for the sheets of an installation.
   *
   * @param home where the sheets are
   * @param store keeps registers and corrections; remains owned by the caller
   */
  public Sheets(Home home, Store store) {
    this(home, store, new LessonWorkbook());
  }

  /**
   * Creates a reader and writer for sheets of any format.
   *
   * @param home where the sheets are
   * @param store keeps registers and corrections; remains owned by the caller
   * @param format reads and writes the files
   */
  public Sheets(Home home, Store store, LessonSheet format) {
    this.home = home;
    this.lessons = store.lessons();
    this.states = store.sheetStates();
    this.problems = store.sheetProblems();
    this.pending = store.pendingSheets();
    this.registers = store.dueClassRegisters();
    this.leases = store.leases();
    this.format = format;
    this.values = new SheetValues(home, states);
    this.sheetImport = new SheetImport(home, store, format);
  }

  /**
   * Reads the corrections in the sheet of a lesson, and in copies beside it, into the store. Does
   * nothing if none of them has been modified since it was last read or written. Takes no lease:
   * the caller must keep other processes away from the class.
   *
   * @param lesson the lesson
   * @return whether the sheet now shows other corrections than the store, or the store other ones
   *     than before
   * @throws UnreadableSheet if the sheet is damaged or has lost its headings
   * @throws TemporaryFailure if the folder of the sheet cannot be read
   */
  public boolean importCorrections(LessonKey lesson) {
    return sheetImport.read(lesson);
  }

  /**
   * Reads the corrections in the sheet of a lesson like {@link #importCorrections}, for callers
   * that can go on without them. A sheet that cannot be read is left pending, so that it is read
   * before it is overwritten; it is not listed as {@link #edited} until it is modified again.
   *
   * @param lesson the lesson
   * @return whether the sheet now shows other corrections than the store, or the store other ones
   *     than before
   */
  public boolean importCorrectionsIfReadable(LessonKey lesson) {
    try {
      return importCorrections(lesson);
    } catch (UnreadableSheet e) {
      LOG.warn("{}", e.getMessage());
      pending.add(lesson, e.message());
    } catch (TemporaryFailure e) {
      LOG.warn("{}", e.getMessage());
    }
    return false;
  }

  /**
   * Writes the result and the sheet of a lesson after its corrections have changed. Takes no lease:
   * the caller must keep other processes away from the class.
   *
   * @param register the register of the lesson as stored
   */
  public void update(LessonRegister register) {
    try {
      ResultFolder.update(register, home.output(register.lesson().key()));
    } catch (UnwritableResult e) {
      // It is only a copy for other programs; the corrections are safe in the store.
      LOG.warn("{} It still shows the earlier marks.", e.getMessage());
    }
    writeOrLeavePending(register);
  }

  /**
   * Writes the sheet of a saved lesson and marks the class register as due. A sheet that is open in
   * another program, is damaged or does not fit on the disk is left pending. Takes no lease: the
   * caller must keep other processes away from the class.
   *
   * @param register the register of the lesson; used only if the store has none, as the stored one
   *     is newer
   * @return why the sheet is left pending; empty if it was written
   */
  public Optional<Message> writeOrLeavePending(LessonRegister register) {
    registers.add(register.lesson().key().className());
    Optional<Message> reason = tryToWrite(register);
    if (reason.isPresent()) {
      writeValues(register);
    }
    return reason;
  }

  private Optional<Message> tryToWrite(LessonRegister register) {
    LessonKey lesson = register.lesson().key();
    try {
      write(register);
    } catch (RollcallException e) {
      pending.add(lesson, e.message());
      return Optional.of(e.message());
    }
    pending.remove(lesson);
    return Optional.empty();
  }

  /** Other programs need not wait until a person closes the sheet. */
  private void writeValues(LessonRegister register) {
    LessonKey lesson = register.lesson().key();
    try {
      values.keepIfEdited(lesson);
      format.writeValues(lessons.find(lesson).orElse(register), home.sheet(lesson));
      values.written(lesson);
    } catch (RollcallException e) {
      LOG.warn("{}", e.getMessage());
    }
  }

  /**
   * Writes the pending sheets.
   *
   * @return the sheets that are still pending
   */
  public List<PendingSheets.Pending> writePending() {
    for (PendingSheets.Pending sheet : pending.list()) {
      leases.exclusively(
          "class " + sheet.lesson().className(),
          () -> lessons.find(sheet.lesson()).flatMap(this::tryToWrite));
    }
    return pending.list();
  }

  /**
   * Writes the sheet of a lesson if it is pending.
   *
   * @param lesson the lesson
   * @return why it is still pending; empty if it is not
   */
  public Optional<Message> writePending(LessonKey lesson) {
    return leases.exclusively(
        "class " + lesson.className(),
        () ->
            pending
                .reason(lesson)
                .flatMap(reason -> lessons.find(lesson))
                .flatMap(this::writeOrLeavePending));
  }

  /** Writes the sheet of a lesson after reading any corrections a teacher has typed meanwhile. */
  private void write(LessonRegister register) {
    LessonKey lesson = register.lesson().key();
    importCorrections(lesson);
    SheetDraft draft =
        new SheetDraft(
            lessons.find(lesson).orElse(register), problems.of(lesson), states.find(lesson));
    values.keepIfEdited(lesson);
    states.save(lesson, format.write(draft, home.sheet(lesson)));
    values.written(lesson);
  }

  /**
   * Finds the sheets that, or copies of which, have been modified since they were last read or
   * written.
   *
   * @param className name of the class
   * @return the lessons of these sheets, in no particular order
   * @throws TemporaryFailure if the folder of the class cannot be read
   */
  public List<LessonKey> edited(String className) {
    SheetFolder folder = SheetFolder.list(home.attendance(className));
    Map<LessonKey, Set<Instant>> looked = states.looked(className);
    Set<String> sheets = looked.keySet().stream().map(this::fileName).collect(Collectors.toSet());
    SheetFolder others = folder.without(sheets);
    Map<LessonKey, Map<String, Instant>> copies = states.copies(className);
    return looked.keySet().stream()
        .filter(
            lesson ->
                folder
                        .modified(fileName(lesson))
                        .filter(at -> !looked.get(lesson).contains(at))
                        .isPresent()
                    || !others
                        .copiesOf(fileName(lesson))
                        .equals(copies.getOrDefault(lesson, Map.of())))
        .toList();
  }

  private String fileName(LessonKey lesson) {
    return home.sheet(lesson).getFileName().toString();
  }
}
