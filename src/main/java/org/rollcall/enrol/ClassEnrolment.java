package org.rollcall.enrol;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.basics.Sha256;
import org.rollcall.face.FaceEngine;
import org.rollcall.face.PhotoEmbedder;
import org.rollcall.identity.PhotoCheck;
import org.rollcall.identity.Template;
import org.rollcall.identity.cohort.Cohort;
import org.rollcall.inbox.ContentHash;
import org.rollcall.model.Consent;
import org.rollcall.model.Message;
import org.rollcall.model.Progress;
import org.rollcall.model.Reason;
import org.rollcall.model.Roster;
import org.rollcall.model.Student;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.model.picture.Jpeg;
import org.rollcall.school.Home;
import org.rollcall.school.RosterFile;
import org.rollcall.school.StudentPhotos;
import org.rollcall.settings.Settings;
import org.rollcall.store.Store;
import org.rollcall.store.people.EnrolledPhoto;
import org.rollcall.store.people.Enrolment;
import org.rollcall.video.Photos;

/**
 * Makes templates from the photos of a class, and reports for each rejected photo why it cannot be
 * used. Does nothing if roster, photos, settings and model pack are unchanged since the last
 * enrolment.
 */
public final class ClassEnrolment {
  private static final int PORTRAIT_PIXELS = 160;
  private static final int JPEG_QUALITY = 88;

  private final Home home;
  private final Settings settings;
  private final Store store;
  private final FaceEngine engine;
  private final UnknownPeople strangers;

  /**
   * Creates the enrolment for the classes of an installation.
   *
   * @param home where rosters and photos are
   * @param settings requirements for photos, and whether unknown persons are kept
   * @param store keeps the templates
   * @param engine detects and embeds the faces
   */
  public ClassEnrolment(Home home, Settings settings, Store store, FaceEngine engine) {
    this.home = home;
    this.settings = settings;
    this.store = store;
    this.engine = engine;
    this.strangers = new UnknownPeople(settings.unknown(), store.unknownPersons(), engine);
  }

  /**
   * Enrols a class if necessary, while holding the lease on it.
   *
   * @param className name of the class
   * @param progress told how many photos are done
   * @return the report, with the result for each photo
   * @throws org.rollcall.model.RollcallException if there is no such class or its roster is invalid
   */
  public EnrolmentReport enrol(String className, Progress progress) {
    return store
        .leases()
        .exclusively("class " + className, () -> bringUpToDate(className, progress));
  }

  private EnrolmentReport bringUpToDate(String className, Progress progress) {
    Roster roster = RosterFile.read(home, className);
    StudentPhotos photos = StudentPhotos.find(home, roster);
    String madeFrom = fingerprint(roster, photos);
    Optional<Enrolment> current =
        store
            .enrolments()
            .find(className, engine.embeddingSpace())
            .filter(enrolment -> enrolment.madeFrom().equals(madeFrom));
    Enrolment enrolment = current.orElseGet(() -> examine(roster, photos, madeFrom, progress));
    if (current.isEmpty()) {
      store.enrolments().replace(enrolment);
    }
    return report(roster, photos, enrolment, current.isEmpty());
  }

  /**
   * Enrols a class if necessary and returns it. Takes no lease: the caller must keep other
   * processes away from the class.
   *
   * @param className name of the class
   * @param progress told how many photos are done; not called if nothing has changed
   * @return the class, with templates of the students who can be recognised
   * @throws org.rollcall.model.RollcallException if there is no such class, or its roster or photos
   *     cannot be read
   */
  public EnrolledClass open(String className, Progress progress) {
    bringUpToDate(className, progress);
    Roster roster = RosterFile.read(home, className);
    Enrolment enrolment = store.enrolments().find(className, engine.embeddingSpace()).orElseThrow();
    Map<String, Jpeg> portraits = new HashMap<>();
    for (Student student : roster.students()) {
      store
          .enrolments()
          .portrait(className, student.id())
          .ifPresent(portrait -> portraits.put(student.id(), portrait));
    }
    return new EnrolledClass(roster, templates(roster, enrolment), portraits);
  }

  private Enrolment examine(
      Roster roster, StudentPhotos photos, String madeFrom, Progress progress) {
    PhotoExaminer examiner = new PhotoExaminer(engine, settings.enrolment());
    PhotoTriage triage = new PhotoTriage(store.deadlyPhotos().all());
    List<Examined> examined = new ArrayList<>();
    int all = photos.byStudent().values().stream().mapToInt(List::size).sum();
    int done = 0;
    for (Student student : recognisable(roster)) {
      for (Path file : photos.byStudent().get(student.id())) {
        String sha256 = ContentHash.sha256(file, bytes -> {});
        Optional<Message> refusal = triage.refusal(student, file, sha256);
        progress.photo(sha256);
        refusal
            .map(reason -> List.of(PhotoExaminer.ExaminedPhoto.refused(reason)))
            .orElseGet(() -> examiner.examine(file))
            .forEach(finding -> examined.add(new Examined(student, file, sha256, finding)));
        progress.photo("");
        progress.items(++done, all);
      }
    }
    return new Enrolment(roster.className(), engine.embeddingSpace(), madeFrom, compare(examined));
  }

  /** Embeds the faces that passed the examination, and compares them with each other. */
  private List<EnrolledPhoto> compare(List<Examined> examined) {
    List<Examined> good = examined.stream().filter(e -> e.finding.accepted()).toList();
    List<FaceCrop> crops = good.stream().map(e -> e.finding.crop().orElseThrow()).toList();
    List<Embedding> embeddings = PhotoEmbedder.embed(engine, crops);
    List<PhotoCheck.PhotoFace> faces = new ArrayList<>();
    for (int i = 0; i < good.size(); i++) {
      faces.add(new PhotoCheck.PhotoFace(good.get(i).student, embeddings.get(i)));
    }
    List<Optional<Message>> refusals = check().refusals(faces);
    List<EnrolledPhoto> enrolled = new ArrayList<>();
    int next = 0;
    for (Examined one : examined) {
      if (one.finding.accepted()) {
        PhotoUse used = PhotoUse.accepted(embeddings.get(next));
        enrolled.add(enrolled(one, refusals.get(next).map(PhotoUse::refused).orElse(used)));
        next++;
      } else {
        enrolled.add(enrolled(one, PhotoUse.refused(one.finding.refusal().orElseThrow())));
      }
    }
    return enrolled;
  }

  /**
   * What becomes of a photo.
   *
   * @param embedding embedding of its face; empty if the photo is refused
   * @param refusal why it is refused; empty if it is used
   */
  private record PhotoUse(Optional<Embedding> embedding, Optional<Message> refusal) {
    static PhotoUse accepted(Embedding embedding) {
      return new PhotoUse(Optional.of(embedding), Optional.empty());
    }

    static PhotoUse refused(Message reason) {
      return new PhotoUse(Optional.empty(), Optional.of(reason));
    }
  }

  private EnrolledPhoto enrolled(Examined one, PhotoUse use) {
    return new EnrolledPhoto(
        one.student.id(),
        home.relative(one.file),
        one.sha256,
        use.embedding,
        one.finding
            .crop()
            .map(crop -> Photos.encode(crop.picture(), PORTRAIT_PIXELS, JPEG_QUALITY)),
        one.finding.quality().weight(),
        use.refusal);
  }

  private EnrolmentReport report(
      Roster roster, StudentPhotos photos, Enrolment enrolment, boolean renewed) {
    List<Template> templates = templates(roster, enrolment);
    EnrolledClass enrolled = new EnrolledClass(roster, templates, Map.of());
    List<Message> warnings = new ArrayList<>(check().lookAlikes(templates));
    if (renewed) {
      warnings.addAll(strangers.enrolled(roster, templates));
    }
    for (Path file : photos.unmatched()) {
      Reason reason = Files.isDirectory(file) ? Reason.FOLDER_OF_NOBODY : Reason.PHOTO_OF_NOBODY;
      warnings.add(Message.of(reason, home.relative(file)));
    }
    for (Path file : photos.unusable()) {
      warnings.add(Message.of(Reason.NEITHER_PHOTO_NOR_VIDEO, home.relative(file)));
    }
    return new EnrolmentReport(
        roster.className(),
        enrolment.packId(),
        renewed,
        enrolment.photos().stream()
            .map(photo -> new PhotoReport(photo.studentId(), photo.file(), photo.refusal()))
            .toList(),
        roster.students().stream().filter(s -> enrolled.obstacle(s).isPresent()).toList(),
        warnings);
  }

  private PhotoCheck check() {
    return new PhotoCheck(Cohort.of(engine.embeddingSpace()));
  }

  private static List<Student> recognisable(Roster roster) {
    return roster.students().stream()
        .filter(student -> student.consent() != Consent.REFUSED)
        .toList();
  }

  private static List<Template> templates(Roster roster, Enrolment enrolment) {
    List<Template> templates = new ArrayList<>();
    for (Student student : recognisable(roster)) {
      List<Embedding> photos =
          enrolment.photos().stream()
              .filter(photo -> photo.studentId().equals(student.id()) && photo.accepted())
              .map(photo -> photo.embedding().orElseThrow())
              .toList();
      if (!photos.isEmpty()) {
        templates.add(Template.of(student, photos));
      }
    }
    return templates;
  }

  /** {@return a hash of everything that the templates depend on} */
  private String fingerprint(Roster roster, StudentPhotos photos) {
    StringBuilder text = new StringBuilder();
    text.append(engine.detector()).append(' ').append(engine.detectorEdition()).append('\n');
    text.append(engine.embeddingSpace()).append(' ').append(engine.embeddingEdition()).append('\n');
    text.append(PhotoEmbedder.EDITION).append(' ').append(settings.enrolment()).append('\n');
    for (Student student : recognisable(roster)) {
      text.append(student.id()).append('\n');
      for (Path file : photos.byStudent().get(student.id())) {
        text.append(home.relative(file)).append(' ');
        text.append(ContentHash.sha256(file, bytes -> {})).append('\n');
      }
    }
    return Sha256.of(text.toString());
  }

  private record Examined(
      Student student, Path file, String sha256, PhotoExaminer.ExaminedPhoto finding) {}
}
