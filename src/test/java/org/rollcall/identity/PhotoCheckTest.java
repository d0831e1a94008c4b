package org.rollcall.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rollcall.identity.cohort.FaceSpace;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.Student;
import org.rollcall.model.picture.Embedding;

class PhotoCheckTest {
  private static final Student ADA = new Student("1001", "Ada Ahlström");
  private static final Student BO = new Student("1002", "Bo Berg");

  private static final Optional<Message> FINE = Optional.empty();

  private final FaceSpace space = new FaceSpace(6);
  private final PhotoCheck check = new PhotoCheck(space.cohort());
  private final Embedding ada = space.person();
  private final Embedding bo = space.person();
  private final List<PhotoCheck.PhotoFace> photos = new ArrayList<>();

  @Test
  void refusals_everyPhotoInItsFolder_areNone() {
    put(ADA, ada, ada, ada);
    put(BO, bo, bo);

    assertThat(check.refusals(photos)).hasSize(5).containsOnly(FINE);
  }

  @Test
  void refusals_photoInTheWrongFolder_saysWhoseItIs() {
    put(ADA, ada, ada, bo);
    put(BO, bo, bo, bo);

    assertThat(check.refusals(photos))
        .containsExactly(
            FINE, FINE, Optional.of(Message.of(Reason.ANOTHER_STUDENT, "1002")), FINE, FINE, FINE);
  }

  @Test
  void refusals_strangerAmongThree_doesNotMatch() {
    put(ADA, ada, ada, space.person());
    put(BO, bo, bo);

    assertThat(check.refusals(photos))
        .containsExactly(
            FINE, FINE, Optional.of(Message.of(Reason.UNLIKE_OTHER_PHOTOS)), FINE, FINE);
  }

  @Test
  void refusals_twoThatDiffer_areBothRefused() {
    put(ADA, ada, space.person());

    assertThat(check.refusals(photos))
        .hasSize(2)
        .containsOnly(Optional.of(Message.of(Reason.UNLIKE_OTHER_PHOTOS)));
  }

  @Test
  void refusals_singlePhoto_isTaken() {
    put(ADA, ada);
    put(BO, bo, bo);

    assertThat(check.refusals(photos)).containsOnly(FINE);
  }

  @Test
  void refusals_singlePhotoOfAnother_saysWhoseItIs() {
    put(ADA, bo);
    put(BO, bo, bo);

    assertThat(check.refusals(photos)).first().asString().contains("id 1002");
  }

  @Test
  void refusals_sentences_nameNobody() {
    put(ADA, ada, ada, bo);
    put(BO, bo, bo);

    assertThat(check.refusals(photos)).noneMatch(refusal -> refusal.toString().contains("Berg"));
  }

  @Test
  void refusals_noPhotos_areNone() {
    assertThat(check.refusals(List.of())).isEmpty();
  }

  @Test
  void lookAlikes_twins_areNamedById() {
    Template twin = new Template(BO, space.seen(ada, 0.9));

    assertThat(check.lookAlikes(List.of(new Template(ADA, ada), twin)))
        .singleElement()
        .asString()
        .contains("1001 and 1002");
  }

  @Test
  void lookAlikes_strangers_areNone() {
    assertThat(check.lookAlikes(List.of(new Template(ADA, ada), new Template(BO, bo)))).isEmpty();
  }

  private void put(Student student, Embedding... faces) {
    for (Embedding face : faces) {
      photos.add(new PhotoCheck.PhotoFace(student, space.seen(face, 0.85)));
    }
  }
}
