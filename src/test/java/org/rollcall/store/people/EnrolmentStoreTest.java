package org.rollcall.store.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.Jpeg;
import org.rollcall.store.DatabaseKind;
import org.rollcall.store.EachDatabase;
import org.rollcall.store.db.Database;

@ParameterizedClass
@EachDatabase
class EnrolmentStoreTest {
  private static final Embedding EMBEDDING = Embedding.ofUnit(0.6f, -0.8f, 0);
  private static final Jpeg DULL = new Jpeg(new byte[] {-1, -40, 1});
  private static final Jpeg SHARP = new Jpeg(new byte[] {-1, -40, 2});
  private static final EnrolledPhoto ACCEPTED = accepted("s1", 0.5, Optional.of(DULL));
  private static final EnrolledPhoto REFUSED =
      new EnrolledPhoto(
          "s1",
          "config/classes/7A/students/s1/2.jpg",
          "b".repeat(64),
          Optional.empty(),
          Optional.of(SHARP),
          0.9,
          Optional.of(Message.of(Reason.SEVERAL_FACES, 2)));

  @Parameter private DatabaseKind kind;

  @TempDir Path home;
  @AutoClose private Database database;
  private EnrolmentStore enrolments;

  @BeforeEach
  void open() {
    database = Database.open(kind.fresh(home));
    enrolments = new EnrolmentStore(database);
  }

  private static EnrolledPhoto accepted(String student, double quality, Optional<Jpeg> portrait) {
    return new EnrolledPhoto(
        student,
        "config/classes/7A/students/" + student + "/1.jpg",
        "a".repeat(64),
        Optional.of(EMBEDDING),
        portrait,
        quality,
        Optional.empty());
  }

  private static Enrolment enrolment(String className, String pack, EnrolledPhoto... photos) {
    return new Enrolment(className, pack, "three photos", List.of(photos));
  }

  @Test
  void find_whatWasSaved_isEqual() {
    Enrolment saved =
        enrolment("7A", "compact", REFUSED, ACCEPTED, accepted("s2", 1, Optional.of(DULL)));
    enrolments.replace(saved);

    assertThat(enrolments.find("7A", "compact")).contains(saved);
    assertThat(enrolments.madeFrom("7A")).contains("three photos");
  }

  @Test
  void find_unknownClass_isEmpty() {
    assertThat(enrolments.find("7A", "compact")).isEmpty();
    assertThat(enrolments.madeFrom("7A")).isEmpty();
  }

  @Test
  void find_madeByAnotherPack_isEmpty() {
    enrolments.replace(enrolment("7A", "compact", ACCEPTED));

    assertThat(enrolments.find("7A", "facenet")).isEmpty();
  }

  @Test
  void find_classWithoutPhotos_isAnEnrolment() {
    enrolments.replace(enrolment("7A", "compact"));

    assertThat(enrolments.find("7A", "compact")).contains(enrolment("7A", "compact"));
  }

  @Test
  void replace_withAnotherPack_leavesNothingOfTheFirst() {
    enrolments.replace(enrolment("7A", "compact", ACCEPTED, REFUSED));
    Enrolment second = enrolment("7A", "facenet", ACCEPTED);
    enrolments.replace(second);

    assertThat(enrolments.find("7A", "compact")).isEmpty();
    assertThat(enrolments.find("7A", "facenet")).contains(second);
    assertThat(photos()).isEqualTo(1);
  }

  @Test
  void replace_oneClass_leavesTheOthers() {
    Enrolment other = enrolment("7B", "compact", ACCEPTED);
    enrolments.replace(other);
    enrolments.replace(enrolment("7A", "compact", ACCEPTED));
    enrolments.replace(enrolment("7A", "compact"));

    assertThat(enrolments.find("7B", "compact")).contains(other);
  }

  @Test
  void replace_failingHalfWay_keepsTheOldOne() {
    Enrolment old = enrolment("7A", "compact", ACCEPTED);
    enrolments.replace(old);
    kind.refuse(database, "enrolled_photo", "position = 1");

    assertThatThrownBy(() -> enrolments.replace(enrolment("7A", "facenet", ACCEPTED, REFUSED)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(enrolments.find("7A", "compact")).contains(old);
  }

  @Test
  void embedding_inTheFile_isLittleEndianFloats() {
    enrolments.replace(enrolment("7A", "compact", ACCEPTED));

    byte[] bytes =
        database.read(
            handle ->
                handle
                    .createQuery("SELECT embedding FROM enrolled_photo")
                    .mapTo(byte[].class)
                    .one());
    assertThat(bytes)
        .isEqualTo(
            ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(0.6f)
                .putFloat(-0.8f)
                .putFloat(0)
                .array());
  }

  @Test
  void portrait_severalPhotos_isTheBestAcceptedOne() {
    enrolments.replace(
        enrolment(
            "7A",
            "compact",
            accepted("s1", 0.2, Optional.of(SHARP)),
            ACCEPTED,
            accepted("s1", 0.8, Optional.empty()),
            REFUSED));

    assertThat(enrolments.portrait("7A", "s1")).contains(DULL);
  }

  @Test
  void portrait_onlyRefusedPhotos_isEmpty() {
    enrolments.replace(enrolment("7A", "compact", REFUSED));

    assertThat(enrolments.portrait("7A", "s1")).isEmpty();
  }

  @Test
  void portrait_sameIdInAnotherClass_isNotMixedUp() {
    enrolments.replace(enrolment("7A", "compact", ACCEPTED));

    assertThat(enrolments.portrait("7B", "s1")).isEmpty();
  }

  @Test
  void enrolledPhoto_acceptedWithoutEmbedding_isRefused() {
    assertThatThrownBy(
            () ->
                new EnrolledPhoto(
                    "s1",
                    "x.jpg",
                    "hash",
                    Optional.empty(),
                    Optional.empty(),
                    0.5,
                    Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void deletingAStudent_takesThePhotosAlong() {
    enrolments.replace(enrolment("7A", "compact", ACCEPTED, accepted("s2", 1, Optional.empty())));
    database.change(handle -> handle.execute("DELETE FROM student WHERE id = ?", "s1"));

    assertThat(enrolments.find("7A", "compact").orElseThrow().photos())
        .extracting(EnrolledPhoto::studentId)
        .containsExactly("s2");
  }

  private int photos() {
    return database.read(
        handle ->
            handle.createQuery("SELECT COUNT(*) FROM enrolled_photo").mapTo(Integer.class).one());
  }
}
