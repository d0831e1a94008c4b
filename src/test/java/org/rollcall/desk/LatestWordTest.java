package org.rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.desk.CorrectionService.StaleCorrection;
import org.rollcall.lesson.Sheets;
import org.rollcall.model.Correction;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.MarkChange;
import org.rollcall.model.Status;
import org.rollcall.school.Home;
import org.rollcall.store.Store;
import org.rollcall.store.db.StoreAddress;
import org.rollcall.testing.EmptyDatabase;
import org.rollcall.testing.FakeClock;
import org.rollcall.testing.TakesLong;

/**
 * Every order of what people and Rollcall can do to one mark. In the end the latest word of a
 * person holds in the store and in the sheet, all words are in the history in the order in which
 * they were said, and nothing is left pending.
 */
class LatestWordTest {
  private static final boolean FULL = "full".equals(System.getProperty("chaos"));
  private static final String STUDENT = "S1";
  private static final Duration STEP = Duration.ofMinutes(1);

  /** One for each word: typing what a sheet already shows cannot be told from leaving it. */
  private static final List<Status> MARKS = List.of(Status.values());

  /** What reads a sheet. */
  private static final Set<Event> READING = EnumSet.of(Event.PAGE, Event.RUN, Event.PROCESS);

  @TempDir Path folder;
  private final FakeClock clock = FakeClock.at("2026-11-17T08:00:00Z");
  private Home home;
  private Store store;
  private Sheets sheets;
  private CorrectionService corrections;
  private int stories;

  /** What can happen. */
  private enum Event {
    /** Somebody corrects the mark on the page. */
    PAGE,
    /** Somebody types a correction into the sheet and saves it. */
    SHEET,
    /** A sheet arrives that somebody saved elsewhere before the last event. */
    DELAYED_SHEET,
    /** Somebody opens the sheet, or closes it. */
    OPEN_OR_CLOSE,
    /** Rollcall looks for work. */
    RUN,
    /** Rollcall processes the recording again. */
    PROCESS
  }

  /** What somebody said of the mark. */
  private record Word(Correction correction, Instant at) {}

  @BeforeEach
  void open() throws IOException {
    home = Home.of(folder);
    Files.createDirectories(home.results());
    store = Store.open(new StoreAddress.SqliteFile(EmptyDatabase.at(home.database())), clock);
    sheets = new Sheets(home, store, new TextSheet(clock));
    corrections = new CorrectionService(store, sheets, className -> {});
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void twoEvents_anyOrder_latestWordHolds() throws IOException {
    tellAll(List.of(), 2);

    assertThat(stories).isGreaterThan(25);
  }

  /** Shorter orders are among these: Rollcall looks for work in the end. */
  @Test
  @TakesLong
  void manyEvents_anyOrder_latestWordHolds() throws IOException {
    tellAll(List.of(), FULL ? 5 : 4);

    assertThat(stories).isGreaterThan(FULL ? 3000 : 300);
  }

  private void tellAll(List<Event> events, int more) throws IOException {
    if (!isWorthTelling(events)) {
      return;
    }
    if (more == 0) {
      new Story(events).tell();
      stories++;
      return;
    }
    for (Event next : Event.values()) {
      tellAll(Stream.concat(events.stream(), Stream.of(next)).toList(), more - 1);
    }
  }

  private static boolean isWorthTelling(List<Event> events) {
    int last = events.size() - 1;
    if (last < 1) {
      return true;
    }
    if (events.get(last) == Event.DELAYED_SHEET) {
      return isRead(events.subList(0, last));
    }
    boolean repeats = events.get(last) == events.get(last - 1);
    return !repeats || events.get(last) == Event.PAGE || events.get(last) == Event.SHEET;
  }

  /** A sheet that arrives late would bury one that nobody has read before the event before it. */
  private static boolean isRead(List<Event> events) {
    List<Event> before = events.subList(0, events.size() - 1);
    int typed = Math.max(before.lastIndexOf(Event.SHEET), before.lastIndexOf(Event.DELAYED_SHEET));
    boolean isTyped =
        Stream.of(Event.SHEET, Event.DELAYED_SHEET)
            .anyMatch(event -> events.get(events.size() - 1) == event);
    return !isTyped
        && (typed < 0
            || before.subList(typed, before.size()).stream()
                .anyMatch(event -> READING.contains(event)));
  }

  /** One order of events, in a class of its own. */
  private final class Story {
    private final List<Event> events;
    private final LessonKey lesson =
        new LessonKey("C" + stories, LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));
    private final Path sheet = home.sheet(lesson);
    private final List<Word> words = new ArrayList<>();
    private Optional<Word> unread = Optional.empty();
    private List<String> before;
    private int said;

    Story(List<Event> events) {
      this.events = events;
    }

    void tell() throws IOException {
      LessonRegister register = MadeLesson.register(lesson);
      store.lessons().save(register);
      sheets.writeOrLeavePending(register);
      before = Files.readAllLines(sheet);
      for (Event event : events) {
        clock.pass(STEP);
        List<String> now = Files.readAllLines(sheet);
        happen(event, register);
        before = now;
      }
      clock.pass(STEP);
      Files.deleteIfExists(TextSheet.lock(sheet));
      run();
      check();
    }

    private void happen(Event event, LessonRegister register) throws IOException {
      switch (event) {
        case PAGE -> correctOnThePage();
        case SHEET -> save(Files.readAllLines(sheet), clock.instant());
        case DELAYED_SHEET ->
            save(before, clock.instant().minus(STEP.multipliedBy(3).dividedBy(2)));
        case OPEN_OR_CLOSE -> openOrClose();
        case RUN -> run();
        case PROCESS -> {
          store.lessons().save(register);
          sheets.writeOrLeavePending(register);
          read();
        }
      }
    }

    private void correctOnThePage() {
      read();
      Word word = word(clock.instant(), store.lessons().corrections(lesson).get(STUDENT));
      words.add(word);
      try {
        correct(word);
      } catch (StaleCorrection e) {
        // The person looks again, and insists.
        correct(word);
      }
    }

    private void correct(Word word) {
      Optional<Correction> seen =
          Optional.ofNullable(store.lessons().corrections(lesson).get(STUDENT));
      corrections.correct(
          lesson,
          new MarkEdit(
              STUDENT,
              seen,
              Optional.of(word.correction()).filter(wanted -> !wanted.equals(Correction.NONE))),
          "birch");
    }

    private void save(List<String> text, Instant at) throws IOException {
      Files.write(sheet, text);
      Map<String, Correction> shown =
          new TextSheet(clock).read(sheet, Map.of()).state().corrections();
      // To take back what nobody has read is to say nothing.
      Word word = word(at, unread.isPresent() ? null : shown.get(STUDENT));
      // Typed over another word in the same cell before anybody saw that.
      unread = Optional.of(word);
      Files.write(sheet, TextSheet.typed(text, STUDENT, word.correction()));
      Files.setLastModifiedTime(sheet, FileTime.from(at));
    }

    private void openOrClose() throws IOException {
      if (!Files.deleteIfExists(TextSheet.lock(sheet))) {
        Files.createFile(TextSheet.lock(sheet));
      }
    }

    private void run() {
      new SheetRound(store, sheets).takeIn(lesson.className());
      sheets.writePending();
      read();
    }

    private void read() {
      unread.ifPresent(words::add);
      unread = Optional.empty();
    }

    /**
     * Something new; every second time, what the person sees is taken back if there is anything.
     */
    private Word word(Instant at, Correction seen) {
      said++;
      boolean takesBack = said % 2 == 0 && seen != null;
      Status mark = MARKS.get(said % MARKS.size());
      return new Word(
          takesBack ? Correction.NONE : new Correction(Optional.of(mark), "word " + said), at);
    }

    private void check() {
      words.sort(Comparator.comparing(Word::at));
      Map<String, Correction> latest = latest();
      assertThat(store.lessons().corrections(lesson)).as("%s", events).isEqualTo(latest);
      assertThat(new TextSheet(clock).read(sheet, Map.of()).state().corrections())
          .as("%s", events)
          .isEqualTo(latest);
      assertThat(store.pendingSheets().list()).as("%s", events).isEmpty();
      assertThat(history())
          .as("%s", events)
          .isEqualTo(changes(words.stream().map(Word::correction).toList()));
    }

    private Map<String, Correction> latest() {
      Correction latest =
          words.isEmpty() ? Correction.NONE : words.get(words.size() - 1).correction();
      return latest.equals(Correction.NONE) ? Map.of() : Map.of(STUDENT, latest);
    }

    private List<Correction> history() {
      return changes(
          MarkChange.of(store.lessons().correctionsOf(lesson.className(), STUDENT)).stream()
              .sorted(Comparator.comparing(MarkChange::at))
              .map(change -> change.after().orElse(Correction.NONE))
              .toList());
    }

    /** Saying once more what was just said changes nothing. */
    private static List<Correction> changes(List<Correction> said) {
      List<Correction> changes = new ArrayList<>();
      Correction last = Correction.NONE;
      for (Correction one : said) {
        if (!one.equals(last)) {
          changes.add(one);
        }
        last = one;
      }
      return changes;
    }
  }
}
