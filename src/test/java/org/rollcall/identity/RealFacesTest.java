package org.rollcall.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.identity.MadeTracks.track;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.face.FaceEngine;
import org.rollcall.face.FaceSettings;
import org.rollcall.face.MxnetFaceEngine;
import org.rollcall.face.PhotoEmbedder;
import org.rollcall.face.pack.PackInstaller;
import org.rollcall.face.pack.PackLibrary;
import org.rollcall.face.pack.PackSource;
import org.rollcall.identity.cohort.Cohort;
import org.rollcall.model.Student;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.model.picture.Picture;
import org.rollcall.testing.SharedFolders;
import org.rollcall.testing.UsesPacks;
import org.rollcall.video.Photos;

/** People told apart, or not, by photos of real people, which are not part of the project. */
@UsesPacks
class RealFacesTest {
  private static final String SPACE = "mobilefacenet-foamliu";
  private static final int PEOPLE = 30;
  private static final int PHOTOS = 6;

  private static final Map<String, List<Embedding>> FACES = new LinkedHashMap<>();

  @BeforeAll
  static void describe(@TempDir Path models) throws IOException {
    Path people = SharedFolders.data().resolve("lfw-dev/people");
    new PackInstaller(models)
        .install(List.of("mtcnn", SPACE), PackSource.folder(SharedFolders.models()), fetched -> {});
    FaceSettings settings = new FaceSettings("mtcnn", SPACE, 40);
    try (FaceEngine engine = MxnetFaceEngine.open(new PackLibrary(models), settings)) {
      for (Path person : files(people).subList(0, PEOPLE)) {
        List<FaceCrop> crops = new ArrayList<>();
        files(person).subList(0, PHOTOS).forEach(file -> crops.add(largestFace(engine, file)));
        FACES.put(person.getFileName().toString(), PhotoEmbedder.embed(engine, crops));
      }
    }
  }

  @Test
  void lookAlikes_peopleWhoDiffer_areNone() {
    assertThat(check().lookAlikes(templates(0, PHOTOS))).isEmpty();
  }

  @Test
  void lookAlikes_onePersonEnrolledTwice_isNamed() {
    List<Template> templates = new ArrayList<>(templates(0, 3));
    templates.add(Template.of(new Student("twin", "Twin"), faces(7).subList(3, PHOTOS)));

    assertThat(check().lookAlikes(templates))
        .singleElement()
        .asString()
        .contains("ids " + id(7) + " and twin");
  }

  @Test
  void identify_onePersonInTwoSeatsAtOnce_isTheStudentInOneOfThem() {
    List<Tracklet> tracks =
        List.of(track(faces(3).get(4), 1, 0, 20), track(faces(3).get(5), 2, 10, 30));

    Identification found =
        new Identifier(MatchingSettings.DEFAULT, Cohort.of(SPACE))
            .identify(templates(0, 4), tracks);

    assertThat(found.matches())
        .filteredOn(Match::sure)
        .singleElement()
        .satisfies(match -> assertThat(match.student().id()).isEqualTo(id(3)))
        .satisfies(match -> assertThat(match.person().tracks()).hasSize(1));
  }

  @Test
  void identify_onePersonInTwoSeatsInTurn_isTheStudentInBoth() {
    List<Tracklet> tracks =
        List.of(track(faces(3).get(4), 1, 0, 20), track(faces(3).get(5), 2, 30, 50));

    Identification found =
        new Identifier(MatchingSettings.DEFAULT, Cohort.of(SPACE))
            .identify(templates(0, 4), tracks);

    assertThat(found.matches())
        .singleElement()
        .satisfies(match -> assertThat(match.person().tracks()).hasSize(2));
  }

  private static PhotoCheck check() {
    return new PhotoCheck(Cohort.of(SPACE));
  }

  private static List<Template> templates(int from, int to) {
    return FACES.entrySet().stream()
        .map(
            person ->
                Template.of(
                    new Student(person.getKey(), person.getKey()),
                    person.getValue().subList(from, to)))
        .toList();
  }

  private static String id(int person) {
    return List.copyOf(FACES.keySet()).get(person);
  }

  private static List<Embedding> faces(int person) {
    return FACES.get(id(person));
  }

  private static FaceCrop largestFace(FaceEngine engine, Path file) {
    Picture photo = Photos.read(file);
    Face face =
        engine.detect(photo).stream()
            .max(Comparator.comparingDouble(found -> found.box().area()))
            .orElseThrow();
    return FaceCrop.of(photo, face);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
