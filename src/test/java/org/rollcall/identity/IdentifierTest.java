package org.rollcall.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.identity.MadeTracks.track;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.identity.cohort.FaceSpace;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.Student;
import org.rollcall.model.picture.Embedding;

class IdentifierTest {
  private static final MatchingSettings SETTINGS = MatchingSettings.DEFAULT;

  private final FaceSpace space = new FaceSpace(8);
  private final List<Template> templates = new ArrayList<>();
  private final List<Tracklet> tracks = new ArrayList<>();

  @Test
  void identify_everybodyPresent_findsEverybodyForSure() {
    for (int i = 0; i < 20; i++) {
      Embedding person = enrol(i);
      tracks.add(track(space.seen(person, 0.8), i, 0, 30));
    }

    Identification found = identify();

    assertThat(found.unknown()).isEmpty();
    assertThat(found.matches()).hasSize(20).allMatch(Match::sure);
    for (int i = 0; i < 20; i++) {
      assertThat(found.match(student(i)).orElseThrow().person().tracks())
          .containsExactly(tracks.get(i));
    }
  }

  @Test
  void identify_stranger_isUnknown() {
    enrol(1);
    enrol(2);
    tracks.add(track(space.person(), 1, 0, 30));

    Identification found = identify();

    assertThat(found.matches()).isEmpty();
    assertThat(found.unknown()).singleElement().extracting(PersonCluster::sightings).isEqualTo(31);
  }

  @Test
  void identify_sameFaceTwiceAtOneMoment_isTheStudentOnceOnly() {
    Embedding ada = enrol(1);
    tracks.add(track(space.seen(ada, 0.9), 1, 0, 30));
    tracks.add(track(space.seen(ada, 0.7), 5, 10, 40));

    Identification found = identify();

    assertThat(found.match(student(1)).orElseThrow().person().tracks())
        .containsExactly(tracks.get(0));
    assertThat(found.unknown())
        .extracting(PersonCluster::tracks)
        .containsExactly(tracks.subList(1, 2));
  }

  @Test
  void identify_studentSeenByTwoCamerasAtOnce_isOneMatch() {
    Embedding ada = enrol(1);
    tracks.add(track(space.seen(ada, 0.9), 1, 0, 30));
    tracks.add(onSecondCamera(track(space.seen(ada, 0.7), 5, 10, 40)));

    Identification found = identify();

    assertThat(found.match(student(1)).orElseThrow().person().tracks()).hasSize(2);
    assertThat(found.unknown()).isEmpty();
  }

  @Test
  void identify_poorFragmentInTheSamePlaceOfTheOtherCamera_isUnknown() {
    Embedding ada = enrol(1);
    tracks.add(track(space.seen(ada, 0.8), 1, 0, 50));
    tracks.add(onSecondCamera(track(scoring(ada, space.cohort().limit(0.02)), 1, 60, 80)));

    assertThat(identify().match(student(1)).orElseThrow().person().tracks()).hasSize(1);
  }

  @Test
  void identify_strangerSeenByTwoCameras_isOneUnknown() {
    enrol(1);
    Embedding stranger = space.person();
    tracks.add(track(space.seen(stranger, 0.95), 1, 0, 30));
    tracks.add(onSecondCamera(track(space.seen(stranger, 0.95), 5, 0, 30)));

    Identification found = identify();

    assertThat(found.matches()).isEmpty();
    assertThat(found.unknown()).singleElement().extracting(PersonCluster::sightings).isEqualTo(62);
  }

  private static Tracklet onSecondCamera(Tracklet track) {
    return track.shifted(Duration.ZERO, 1);
  }

  @Test
  void identify_neighboursWhoAreAlike_eachGetTheirOwn() {
    Embedding ada = enrol(1);
    Embedding bo = enrol(2, scoring(ada, 5));
    tracks.add(track(space.seen(ada, 0.95), 1, 0, 30));
    tracks.add(track(space.seen(bo, 0.95), 2, 0, 30));

    Identification found = identify();

    assertThat(found.match(student(1)).orElseThrow().person().tracks())
        .containsExactly(tracks.get(0));
    assertThat(found.match(student(2)).orElseThrow().person().tracks())
        .containsExactly(tracks.get(1));
    assertThat(found.matches()).allMatch(Match::sure);
  }

  @Test
  void identify_fragmentsOfOneStudent_joinInOneMatch() {
    Embedding ada = enrol(1);
    enrol(2);
    for (int i = 0; i < 5; i++) {
      tracks.add(track(space.seen(ada, 0.6), i, 100 * i, 100 * i + 50));
    }

    Identification found = identify();

    assertThat(found.unknown()).isEmpty();
    assertThat(found.match(student(1)).orElseThrow().person().tracks())
        .containsExactlyElementsOf(tracks);
  }

  @Test
  void identify_poorFragmentInTheStudentsSeat_joins() {
    Embedding ada = enrol(1);
    tracks.add(track(space.seen(ada, 0.8), 1, 0, 50));
    tracks.add(track(scoring(ada, space.cohort().limit(0.02)), 1, 60, 80));

    assertThat(identify().match(student(1)).orElseThrow().person().tracks()).hasSize(2);
  }

  @Test
  void identify_poorFragmentInAnotherSeat_isUnknown() {
    Embedding ada = enrol(1);
    tracks.add(track(space.seen(ada, 0.8), 1, 0, 50));
    tracks.add(track(scoring(ada, space.cohort().limit(0.02)), 2, 60, 80));

    Identification found = identify();

    assertThat(found.match(student(1)).orElseThrow().person().tracks()).hasSize(1);
    assertThat(found.unknown()).hasSize(1);
  }

  @Test
  void identify_weakEvidence_isDoubtful() {
    Embedding ada = enrol(1);
    tracks.add(track(scoring(ada, sureScore() - 0.2), 1, 0, 30));

    Match match = identify().match(student(1)).orElseThrow();

    assertThat(match.sure()).isFalse();
    assertThat(match.doubt()).contains(Message.of(Reason.NOT_SURE));
    assertThat(match.confidence()).isBetween(0.5, 0.95);
  }

  @Test
  void identify_evidenceJustEnough_isSure() {
    Embedding ada = enrol(1);
    tracks.add(track(scoring(ada, sureScore() + 0.2), 1, 0, 30));

    Match match = identify().match(student(1)).orElseThrow();

    assertThat(match.sure()).isTrue();
    assertThat(match.confidence()).isBetween(0.95, 1.0);
  }

  @Test
  void identify_twoWeakTracks_areTogetherEnough() {
    Embedding ada = enrol(1);
    tracks.add(track(scoring(ada, sureScore() - 0.3), 1, 0, 30));
    tracks.add(track(scoring(ada, sureScore() - 0.3), 4, 100, 130));

    Match match = identify().match(student(1)).orElseThrow();

    assertThat(match.sure()).isTrue();
    assertThat(match.person().tracks()).hasSize(2);
  }

  @Test
  void identify_seenInTooFewFrames_isDoubtful() {
    Embedding ada = enrol(1);
    tracks.add(track(space.seen(ada, 0.8), 1, 0, SETTINGS.minSightings() - 2));

    Match match = identify().match(student(1)).orElseThrow();

    assertThat(match.doubt()).contains(Message.of(Reason.FEW_FRAMES, 4));
  }

  @Test
  void identify_seenInJustEnoughFrames_isSure() {
    Embedding ada = enrol(1);
    tracks.add(track(space.seen(ada, 0.8), 1, 0, SETTINGS.minSightings() - 1));

    assertThat(identify().match(student(1)).orElseThrow().sure()).isTrue();
  }

  @Test
  void identify_noReadablePicture_isDoubtful() {
    Embedding ada = enrol(1);
    tracks.add(MadeTracks.unreadable(space.seen(ada, 0.8), 1, 0, 30));

    Match match = identify().match(student(1)).orElseThrow();

    assertThat(match.doubt()).contains(Message.of(Reason.NOT_CLEAR));
  }

  @Test
  void identify_unreadableTrackOfSomebodyFound_countsAsSeen() {
    Embedding ada = enrol(1);
    tracks.add(track(space.seen(ada, 0.8), 1, 0, 30));
    tracks.add(MadeTracks.unreadable(space.seen(ada, 0.8), 1, 50, 60));

    Match match = identify().match(student(1)).orElseThrow();

    assertThat(match.sure()).isTrue();
    assertThat(match.person().last()).isEqualTo(tracks.get(1).last());
  }

  @Test
  void identify_unreadableStranger_isNotShownAsUnknown() {
    enrol(1);
    tracks.add(MadeTracks.unreadable(space.person(), 1, 0, 30));

    assertThat(identify().unknown()).isEmpty();
  }

  @Test
  void identify_lookAlikeStillMissing_isDoubtful() {
    Embedding ada = enrol(1);
    enrol(2, space.seen(ada, 0.98));
    tracks.add(track(space.seen(ada, 0.7), 1, 0, 30));

    List<Match> matches = identify().matches();

    assertThat(matches).hasSize(1);
    String other = matches.get(0).student().equals(student(1)) ? "2" : "1";
    assertThat(matches.get(0).doubt()).get().asString().contains("the student with id " + other);
  }

  @Test
  void identify_nobodyEnrolled_leavesEverybodyUnknown() {
    tracks.add(track(space.person(), 1, 0, 10));
    tracks.add(track(space.person(), 2, 0, 30));

    Identification found = identify();

    assertThat(found.matches()).isEmpty();
    assertThat(found.unknown()).extracting(PersonCluster::sightings).containsExactly(31, 11);
  }

  @Test
  void identify_emptyRoom_findsNobody() {
    enrol(1);

    assertThat(identify().matches()).isEmpty();
    assertThat(identify().unknown()).isEmpty();
  }

  @Test
  void identify_flashOfAStranger_isNotShownAsUnknown() {
    tracks.add(track(space.person(), 1, 0, 0));

    assertThat(identify().unknown()).isEmpty();
  }

  @Test
  void identify_wholeLesson_hasNobodyTwiceAndNoAbsentStudentForSure() {
    for (int i = 0; i < 20; i++) {
      Embedding person = enrol(i);
      boolean absent = i % 4 == 0;
      for (int part = 0; part < 3 && !absent; part++) {
        tracks.add(track(space.seen(person, 0.6), i, 100 * part, 100 * part + 80));
      }
    }
    for (int stranger = 20; stranger < 24; stranger++) {
      tracks.add(track(space.person(), stranger, 0, 200));
    }

    Identification found = identify();

    List<PersonCluster> persons =
        new ArrayList<>(found.matches().stream().map(Match::person).toList());
    persons.addAll(found.unknown());
    assertThat(persons.stream().flatMap(person -> person.tracks().stream()))
        .containsExactlyInAnyOrderElementsOf(tracks);
    assertThat(found.matches().stream().filter(Match::sure).map(Match::student))
        .hasSize(15)
        .noneMatch(student -> Integer.parseInt(student.id()) % 4 == 0);
    assertThat(found.matches()).allSatisfy(match -> assertThatOnePlaceAtATime(match.person()));
  }

  private static void assertThatOnePlaceAtATime(PersonCluster person) {
    for (int i = 1; i < person.tracks().size(); i++) {
      assertThat(person.tracks().get(i).first()).isGreaterThan(person.tracks().get(i - 1).last());
    }
  }

  private static Student student(int number) {
    return new Student("" + number, "Student " + number);
  }

  private Embedding enrol(int number) {
    return enrol(number, space.person());
  }

  private Embedding enrol(int number, Embedding face) {
    templates.add(new Template(student(number), face));
    return face;
  }

  /** {@return somebody who scores that much against a student, as the class sees the cohort} */
  private Embedding scoring(Embedding student, double score) {
    List<Embedding> enrolled = templates.stream().map(Template::mean).toList();
    return space.scoring(student, score, space.cohort().adaptedTo(enrolled));
  }

  /** {@return the score that makes a match sure when there is one person in the recording} */
  private double sureScore() {
    return ClassModel.nearestTemplate(templates, space.cohort())
        .limit(SETTINGS.falseAcceptRate(), Identifier.FEWEST_STRANGERS)
        .score();
  }

  private Identification identify() {
    return new Identifier(SETTINGS, space.cohort()).identify(templates, tracks);
  }
}
