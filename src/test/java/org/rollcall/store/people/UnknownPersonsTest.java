package org.rollcall.store.people;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.rollcall.model.LessonKey;
import org.rollcall.model.UnknownPerson;
import org.rollcall.model.picture.Embedding;
import org.rollcall.store.DatabaseKind;
import org.rollcall.store.EachDatabase;
import org.rollcall.store.db.Database;
import org.rollcall.testing.FakeClock;

@ParameterizedClass
@EachDatabase
class UnknownPersonsTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);
  private static final PackEdition EDITION = new PackEdition("compact", "1a2b");
  private static final Embedding EAST = Embedding.ofUnit(1, 0);
  private static final Embedding NORTH = Embedding.ofUnit(0, 1);

  @Parameter private DatabaseKind kind;

  @TempDir Path home;
  private final FakeClock clock = FakeClock.at("2026-11-17T02:00:00Z");
  @AutoClose private Database database;
  private UnknownPersons unknown;

  @BeforeEach
  void open() {
    database = Database.open(kind.fresh(home));
    unknown = new UnknownPersons(database, clock);
  }

  private static LessonKey lesson(LocalDate day) {
    return new LessonKey("7A", day, LocalTime.of(9, 0));
  }

  private static UnknownSighting newcomer(Embedding face) {
    return new UnknownSighting(Optional.empty(), face, 1);
  }

  private static UnknownSighting known(int number, Embedding face, double weight) {
    return new UnknownSighting(Optional.of(number), face, weight);
  }

  private static UnknownPerson once(int number, LocalDate day) {
    return new UnknownPerson(number, 1, day, day);
  }

  private List<UnknownPerson> save(LocalDate day, UnknownSighting... appearances) {
    return unknown.save(lesson(day), EDITION, List.of(appearances));
  }

  private List<UnknownPerson> persons() {
    return unknown.list("7A").stream().map(KeptPerson::person).toList();
  }

  @Test
  void list_newDatabase_isEmpty() {
    assertThat(unknown.list("7A")).isEmpty();
    assertThat(unknown.classNames()).isEmpty();
    assertThat(unknown.templates("7A", EDITION)).isEmpty();
  }

  @Test
  void save_newcomers_areNumbered() {
    assertThat(save(MONDAY, newcomer(EAST), newcomer(NORTH)))
        .containsExactly(once(1, MONDAY), once(2, MONDAY));
    assertThat(save(TUESDAY, newcomer(EAST))).containsExactly(once(3, TUESDAY));
  }

  @Test
  void save_knownPerson_countsLessons() {
    save(TUESDAY, newcomer(EAST));
    Instant later = clock.pass(Duration.ofHours(1));

    UnknownPerson twice = new UnknownPerson(1, 2, MONDAY, TUESDAY);
    assertThat(save(MONDAY, known(1, EAST, 3))).containsExactly(twice);
    assertThat(unknown.list("7A")).containsExactly(new KeptPerson(twice, later, lesson(MONDAY)));
  }

  @Test
  void save_sameLessonAgain_countsOnceAndDropsWhoIsNotThereAnyMore() {
    save(MONDAY, newcomer(EAST), newcomer(NORTH));

    assertThat(save(MONDAY, known(2, NORTH, 1))).containsExactly(once(2, MONDAY));
    assertThat(persons()).containsExactly(once(2, MONDAY));
  }

  @Test
  void save_otherClass_hasItsOwnNumbers() {
    save(MONDAY, newcomer(EAST));
    LessonKey other = new LessonKey("7B", MONDAY, LocalTime.of(9, 0));

    assertThat(unknown.save(other, EDITION, List.of(newcomer(EAST))))
        .containsExactly(once(1, MONDAY));
    assertThat(unknown.classNames()).containsExactly("7A", "7B");
  }

  @Test
  void save_failingHalfWay_keepsWhatWasThere() {
    save(MONDAY, newcomer(EAST));
    kind.refuse(database, "unknown_appearance", "number = 2");

    assertThatThrownBy(() -> save(MONDAY, newcomer(NORTH)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(persons()).containsExactly(once(1, MONDAY));
  }

  @Test
  void templates_severalLessons_areWeightedMeans() {
    save(MONDAY, newcomer(EAST));
    save(TUESDAY, known(1, NORTH, 2));

    float[] mean = unknown.templates("7A", EDITION).get(0).mean().values();
    assertThat(mean[1]).isCloseTo(2 * mean[0], within(1e-6f));
  }

  @Test
  void templates_ofAnotherEdition_areNotGiven() {
    save(MONDAY, newcomer(EAST));

    assertThat(unknown.templates("7A", new PackEdition("compact", "3c4d"))).isEmpty();
    assertThat(unknown.templates("7A", new PackEdition("fused", "1a2b"))).isEmpty();
  }

  @Test
  void templates_afterAChangeOfPacks_countAllLessons() {
    save(MONDAY, newcomer(EAST));
    PackEdition fused = new PackEdition("fused", "1a2b");
    unknown.save(lesson(TUESDAY), fused, List.of(known(1, NORTH, 1)));

    assertThat(unknown.templates("7A", fused))
        .containsExactly(
            new UnknownTemplate(
                new UnknownPerson(1, 2, MONDAY, TUESDAY),
                Set.of(lesson(MONDAY), lesson(TUESDAY)),
                NORTH));
  }

  @Test
  void unite_personOfTwoLessons_hasTheFirstNumberAndBothLessons() {
    save(MONDAY, newcomer(EAST));
    Instant later = clock.pass(Duration.ofDays(1));
    save(TUESDAY, newcomer(NORTH), newcomer(EAST));

    unknown.merge("7A", 1, 3);

    assertThat(persons())
        .containsExactly(new UnknownPerson(1, 2, MONDAY, TUESDAY), once(2, TUESDAY));
    assertThat(unknown.list("7A").get(0).processed()).isEqualTo(later);
  }

  @Test
  void unite_personsOfOneLesson_isRefused() {
    save(MONDAY, newcomer(EAST), newcomer(NORTH));

    assertThatThrownBy(() -> unknown.merge("7A", 1, 2)).isInstanceOf(IllegalStateException.class);
    assertThat(persons()).hasSize(2);
  }

  @Test
  void forget_somebody_leavesTheOthersAndTheNumber() {
    save(MONDAY, newcomer(EAST), newcomer(NORTH));

    unknown.forget("7A", List.of(2, 99));

    assertThat(persons()).containsExactly(once(1, MONDAY));
    assertThat(save(TUESDAY, newcomer(NORTH))).containsExactly(once(3, TUESDAY));
  }

  @Test
  void forgetAll_ofAClass_leavesNoTemplate() {
    save(MONDAY, newcomer(EAST), newcomer(NORTH));

    unknown.forgetAll("7A");

    assertThat(persons()).isEmpty();
    int rows =
        database.read(
            handle ->
                handle
                    .createQuery("SELECT COUNT(*) FROM unknown_appearance")
                    .mapTo(Integer.class)
                    .one());
    assertThat(rows).isZero();
  }

  @Test
  void forget_somebody_leavesNoTraceInTheFile() throws IOException {
    assumeTrue(kind == DatabaseKind.SQLITE, "a server tidies up its files in its own time");
    Embedding face = Embedding.normalised(3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3);
    save(MONDAY, newcomer(face));
    database.close();
    assertThat(file()).contains(bytes(face));

    open();
    unknown.forget("7A", List.of(1));
    database.close();
    assertThat(file()).doesNotContain(bytes(face));
  }

  private String file() throws IOException {
    return Files.readString(home.resolve("rollcall.db"), ISO_8859_1);
  }

  private static String bytes(Embedding face) {
    ByteBuffer bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(face.values());
    return new String(bytes.array(), ISO_8859_1);
  }

  @Test
  void forgetUnseenSince_aTime_deletesWhoWasProcessedBefore() {
    save(MONDAY, newcomer(EAST), newcomer(NORTH));
    Instant tuesday = clock.pass(Duration.ofDays(1));
    save(TUESDAY, known(1, EAST, 1));

    unknown.forgetUnseenSince(tuesday);

    assertThat(persons()).containsExactly(new UnknownPerson(1, 2, MONDAY, TUESDAY));
  }

  @Test
  void appearance_withoutWeight_isRefused() {
    assertThatThrownBy(() -> known(1, EAST, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got 0.0");
  }
}
