package org.rollcall.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rollcall.basics.AtomicMove;
import org.rollcall.basics.FileName;
import org.rollcall.basics.FileTree;
import org.rollcall.home.Installation;
import org.rollcall.model.LessonKey;
import org.rollcall.model.RollcallException;
import org.rollcall.school.Home;
import org.rollcall.store.Store;
import org.rollcall.store.account.AuditEntry.Action;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Withdraws lessons whose recordings turn out to show other ones, because their files were moved or
 * renamed, or somebody told the right lesson: their marks leave the class register and all sums.
 *
 * <p>Corrections typed into the sheet are read first and stay in the history. The sheet is moved
 * aside; pictures and results are deleted.
 */
public final class Withdrawal {
  private static final Logger LOG = LoggerFactory.getLogger(Withdrawal.class);

  /** Folder beside the sheets of a class. */
  private static final String ASIDE = "withdrawn";

  /** Whoever does this in the history of corrections and in the audit log. */
  private static final String ROLLCALL = "Rollcall";

  private static final int MOST_SHEETS = 1000;

  private final Home home;
  private final Store store;
  private final Sheets sheets;

  /**
   * A lesson that was withdrawn.
   *
   * @param lesson the lesson
   * @param corrections how many corrections of teachers are kept in the history
   */
  public record Withdrawn(LessonKey lesson, int corrections) {
    @Override
    public String toString() {
      String kept =
          switch (corrections) {
            case 0 -> "";
            case 1 -> ", with 1 correction that is kept in the history";
            default -> ", with %d corrections that are kept in the history".formatted(corrections);
          };
      return lesson + kept;
    }
  }

  /**
   * Creates the service for an installation.
   *
   * @param installation the installation; remains owned by the caller
   */
  public Withdrawal(Installation installation) {
    this.home = installation.home();
    this.store = installation.store();
    this.sheets = new Sheets(home, store);
  }

  /**
   * Withdraws all lessons that no recording shows any more although their recordings show others. A
   * lesson whose sheet cannot be moved stays for the next time.
   *
   * @return the lessons that were withdrawn
   */
  public List<Withdrawn> withdrawAll() {
    return store.lessons().abandoned().stream()
        .flatMap(
            lesson ->
                store
                    .leases()
                    .exclusively("class " + lesson.className(), () -> withdraw(lesson))
                    .stream())
        .toList();
  }

  private Optional<Withdrawn> withdraw(LessonKey lesson) {
    Path sheet = home.sheet(lesson);
    try {
      sheets.importCorrections(lesson);
      moveAside(sheet);
      moveAside(sheet.resolveSibling(lesson.fileStem() + ".csv"));
      FileTree.delete(home.output(lesson));
    } catch (RollcallException | IOException e) {
      LOG.warn("{} cannot be withdrawn yet: {}", lesson, e.getMessage());
      return Optional.empty();
    }
    Withdrawn done = new Withdrawn(lesson, store.lessons().withdraw(lesson, ROLLCALL));
    store.dueClassRegisters().add(lesson.className());
    store.auditLog().add(ROLLCALL, "", Action.LESSON_WITHDRAWN, done.toString());
    LOG.info("{} withdrawn: its recordings show other lessons", done);
    return Optional.of(done);
  }

  private static void moveAside(Path file) throws IOException {
    if (Files.notExists(file)) {
      return;
    }
    Path folder = Files.createDirectories(file.resolveSibling(ASIDE));
    for (int number = 1; number <= MOST_SHEETS; number++) {
      Path target = folder.resolve(FileName.numbered(file.getFileName().toString(), number));
      if (Files.notExists(target)) {
        AtomicMove.move(file, target);
        return;
      }
    }
    throw new IOException("%s holds too many sheets of that name".formatted(folder));
  }
}
