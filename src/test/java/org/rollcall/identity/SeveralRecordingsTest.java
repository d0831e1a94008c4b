package org.rollcall.identity;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.face.FaceEngine;
import org.rollcall.face.FaceFinder;
import org.rollcall.face.FaceFinder.Searched;
import org.rollcall.face.FaceSettings;
import org.rollcall.face.MxnetFaceEngine;
import org.rollcall.face.PhotoEmbedder;
import org.rollcall.face.pack.PackInstaller;
import org.rollcall.face.pack.PackLibrary;
import org.rollcall.face.pack.PackSource;
import org.rollcall.identity.cohort.Cohort;
import org.rollcall.model.Student;
import org.rollcall.model.Window;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.model.picture.Picture;
import org.rollcall.model.picture.VideoFrame;
import org.rollcall.testing.SharedFolders;
import org.rollcall.testing.UsesPacks;
import org.rollcall.video.FfmpegFrames;
import org.rollcall.video.Photos;
import org.rollcall.video.SamplingSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real recording with known truth, which is not part of the project, as one lesson of several
 * recordings: cut in time, or in two pictures side by side that overlap.
 */
@UsesPacks
class SeveralRecordingsTest {
  private static final FaceSettings FACES = FaceSettings.DEFAULT;
  private static final Duration CUT = Duration.ofMillis(40_300);

  /** Tracks break at a cut, and what is left of one may be too little to tell. */
  private static final Duration TIME_TOLERANCE = Duration.ofSeconds(8);

  /** Whoever is found as surely as this is found in parts of the picture, too. */
  private static final double CLEAR = 0.99;

  /** Of the picture, in the middle, both cameras see so much. */
  private static final double OVERLAP = 0.2;

  private static FaceEngine engine;
  private static Cohort cohort;
  private static List<Template> templates;
  private static Path recording;
  private static Set<String> absent;
  private static Map<String, Match> whole;

  @BeforeAll
  static void watchWhole(@TempDir Path models) throws IOException {
    Path folder = SharedFolders.data().resolve("classes/dev-b");
    PackInstaller installer = new PackInstaller(models);
    installer.install(
        installer.installable(), PackSource.folder(SharedFolders.models()), fetched -> {});
    engine = MxnetFaceEngine.open(new PackLibrary(models), FACES);
    cohort = Cohort.of(engine.embeddingSpace());
    templates =
        files(folder.resolve("students")).stream().map(SeveralRecordingsTest::enrol).toList();
    recording =
        files(folder).stream().filter(file -> file.toString().endsWith(".mp4")).findFirst().get();
    absent = absent(folder);
    whole = sure(watch(Window.ALL, picture -> picture));
    System.out.printf("%s: %d found in the whole%n", engine.embeddingSpace(), whole.size());
  }

  @AfterAll
  static void close() {
    if (engine != null) {
      engine.close();
    }
  }

  @Test
  void identify_recordingCutInTwo_givesTheMarksOfTheWhole() {
    List<Tracklet> tracks = new ArrayList<>();
    tracks.addAll(watch(new Window(Duration.ZERO, Optional.of(CUT)), picture -> picture));
    tracks.addAll(watch(new Window(CUT, Optional.empty()), picture -> picture));

    Map<String, Match> found = sure(tracks);

    report("cut in two", found);
    assertThat(found.keySet()).doesNotContainAnyElementsOf(absent);
    assertThat(found.keySet()).isEqualTo(whole.keySet());
    found.forEach(SeveralRecordingsTest::assertSameTimes);
  }

  @Test
  void identify_chunksWithTheirOwnTimes_areTheSameOnceShifted() {
    Window second = new Window(CUT, Optional.empty());
    List<Tracklet> inLesson = watch(second, picture -> picture);
    List<Tracklet> inChunk =
        inLesson.stream().map(track -> track.shifted(CUT.negated(), 0)).toList();

    assertThat(inChunk).allMatch(track -> track.last().compareTo(Duration.ofSeconds(51)) < 0);
    assertThat(inChunk.stream().map(track -> track.shifted(CUT, 0)).toList()).isEqualTo(inLesson);
  }

  @Test
  void identify_twoCamerasSideBySide_findsWhoIsInEitherAndNobodyElse() {
    List<Tracklet> tracks = new ArrayList<>(watch(Window.ALL, picture -> half(picture, false)));
    watch(Window.ALL, picture -> half(picture, true)).stream()
        .map(track -> track.shifted(Duration.ZERO, 1))
        .forEach(tracks::add);

    Map<String, Match> found = sure(tracks);

    report("two cameras", found);
    assertThat(found.keySet()).doesNotContainAnyElementsOf(absent);
    assertThat(found.keySet())
        .containsAll(
            whole.values().stream()
                .filter(match -> match.confidence() > CLEAR)
                .map(match -> match.student().id())
                .toList());
    assertThat(found).hasSizeGreaterThanOrEqualTo(whole.size() - 1);
    assertThat(found.values())
        .as("students whom both cameras saw")
        .anyMatch(
            match ->
                match.person().tracks().stream().map(Tracklet::camera).distinct().count() == 2);
    assertNobodyIsTwiceInOnePicture(found);
  }

  private static void assertNobodyIsTwiceInOnePicture(Map<String, Match> found) {
    for (Match match : found.values()) {
      List<Tracklet> tracks = match.person().tracks();
      for (Tracklet track : tracks) {
        assertThat(tracks.stream().filter(track::excludes)).containsExactly(track);
      }
    }
  }

  private static void assertSameTimes(String student, Match found) {
    PersonCluster before = whole.get(student).person();
    assertThat(found.person().first()).isCloseTo(before.first(), TIME_TOLERANCE);
    assertThat(found.person().last()).isCloseTo(before.last(), TIME_TOLERANCE);
  }

  private static void report(String name, Map<String, Match> found) {
    long same =
        found.entrySet().stream()
            .filter(entry -> whole.containsKey(entry.getKey()))
            .filter(
                entry ->
                    entry
                            .getValue()
                            .person()
                            .first()
                            .equals(whole.get(entry.getKey()).person().first())
                        && entry
                            .getValue()
                            .person()
                            .last()
                            .equals(whole.get(entry.getKey()).person().last()))
            .count();
    System.out.printf(
        "%s: %d found, %d of them with just the same times%n", name, found.size(), same);
  }

  private static Map<String, Match> sure(List<Tracklet> tracks) {
    return new Identifier(MatchingSettings.DEFAULT, cohort)
        .identify(templates, tracks).matches().stream()
            .filter(Match::sure)
            .collect(toMap(match -> match.student().id(), match -> match));
  }

  private static List<Tracklet> watch(Window window, UnaryOperator<Picture> camera) {
    Tracker tracker = new Tracker();
    TrackEmbedder trackEmbedder = new TrackEmbedder(engine::embed, cohort, true);
    List<Tracklet> tracks = new ArrayList<>();
    try (FfmpegFrames frames = FfmpegFrames.open(recording, SamplingSettings.DEFAULT, window)) {
      FaceFinder finder =
          new FaceFinder(
              engine::detect,
              engine.lanes(),
              () ->
                  frames
                      .sample()
                      .map(
                          sample ->
                              sample.map(f -> new VideoFrame(f.at(), camera.apply(f.picture())))),
              FACES);
      for (List<Searched> some = finder.next(); !some.isEmpty(); some = finder.next()) {
        for (Searched searched : some) {
          tracks.addAll(trackEmbedder.embed(follow(searched, tracker)));
        }
      }
    }
    tracks.addAll(trackEmbedder.embed(tracker.finish()));
    return tracks;
  }

  private static List<Track> follow(Searched searched, Tracker tracker) {
    VideoFrame frame = searched.frame();
    List<Sighting> sightings =
        searched.faces().stream().map(face -> sighting(frame, face)).toList();
    return tracker.advance(frame.at(), sightings, searched::covers);
  }

  private static Sighting sighting(VideoFrame frame, Face face) {
    FaceCrop crop = FaceCrop.of(frame.picture(), face);
    return new Sighting(frame.at(), face, crop, engine.quality(crop));
  }

  private static Picture half(Picture picture, boolean right) {
    int width = (int) (picture.width() * (0.5 + OVERLAP / 2));
    int from = right ? picture.width() - width : 0;
    byte[] bgr = new byte[3 * width * picture.height()];
    for (int y = 0; y < picture.height(); y++) {
      int row = 3 * (y * picture.width() + from);
      System.arraycopy(picture.bgr(), row, bgr, 3 * y * width, 3 * width);
    }
    return new Picture(width, picture.height(), bgr);
  }

  private static Template enrol(Path folder) {
    String name = folder.getFileName().toString();
    String id = name.substring(0, name.indexOf('_'));
    List<FaceCrop> crops = new ArrayList<>();
    for (Path file : files(folder)) {
      Picture photo = Photos.read(file);
      engine.detect(photo).stream()
          .max(Comparator.comparingDouble(face -> face.box().area()))
          .ifPresent(face -> crops.add(FaceCrop.of(photo, face)));
    }
    List<Embedding> faces = PhotoEmbedder.embed(engine, crops);
    return Template.of(new Student(id, id), faces);
  }

  private static Set<String> absent(Path folder) {
    JsonNode truth = JsonMapper.shared().readTree(folder.resolve("truth.json").toFile());
    return truth
        .get("students")
        .valueStream()
        .filter(student -> !student.get("present").asBoolean())
        .map(student -> student.get("id").asString())
        .collect(toSet());
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
