package org.rollcall.desk;

import java.nio.file.Path;
import org.rollcall.model.RollcallException;
import org.rollcall.model.Roster;
import org.rollcall.school.Home;
import org.rollcall.school.RosterFile;
import org.rollcall.sheet.ClassRegister;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.Leases;
import org.rollcall.store.register.DueClassRegisters;
import org.rollcall.store.register.Lessons;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes class registers, each once for any number of changes. This takes seconds for a class with
 * a year of lessons, so it runs in the background.
 */
public final class ClassRegisters {
  private static final Logger LOG = LoggerFactory.getLogger(ClassRegisters.class);

  private final Home home;
  private final Lessons lessons;
  private final DueClassRegisters due;
  private final Leases leases;
  private final SheetRound sheets;
  private final ClassRegister register = new ClassRegister();

  /**
   * Creates a writer for an installation. Writes nothing yet.
   *
   * @param home the installation
   * @param store its open store, which the caller closes
   */
  public ClassRegisters(Home home, Store store) {
    this.home = home;
    this.lessons = store.lessons();
    this.due = store.dueClassRegisters();
    this.leases = store.leases();
    this.sheets = new SheetRound(home, store);
  }

  /**
   * Writes all registers that are out of date, after taking in what people have typed into sheets,
   * even if nothing else has changed. One that cannot be written stays due, with the reason. Starts
   * no further one once the thread is interrupted.
   */
  public void writeDue() {
    sheets.takeInAll();
    due.list().stream()
        .takeWhile(one -> !Thread.currentThread().isInterrupted())
        .forEach(this::write);
  }

  /**
   * Writes the register of a class if it is out of date, like {@link #writeDue()}. If it cannot be
   * written, it stays due, with the reason.
   *
   * @param className name of the class
   */
  public void writeDue(String className) {
    sheets.takeIn(className);
    due.list().stream().filter(one -> one.className().equals(className)).forEach(this::write);
  }

  /** Writes one register, or leaves it due if that fails. */
  private void write(DueClassRegisters.Due one) {
    try {
      leases.exclusively(
          "register " + one.className(),
          () -> {
            write(one.className());
            return one;
          });
      due.written(one);
    } catch (RollcallException e) {
      LOG.warn(
          "The class register of {} will be written later: {}", one.className(), e.getMessage());
      due.failed(one, e.message());
    }
  }

  private void write(String className) {
    Roster roster = RosterFile.read(home, className);
    Path file = home.attendance(className).resolve(className + "_register.xlsx");
    register.write(roster, lessons.marks(className), file);
  }
}
