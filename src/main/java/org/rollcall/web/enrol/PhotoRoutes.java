package org.rollcall.web.enrol;

import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.desk.PhotoEditing;
import org.rollcall.desk.PhotoEditing.Photo;
import org.rollcall.enrol.CaptureHint;
import org.rollcall.model.RollcallException;
import org.rollcall.model.Student;
import org.rollcall.model.picture.Jpeg;
import org.rollcall.store.account.AuditEntry.Action;
import org.rollcall.web.kit.BodyLimit;
import org.rollcall.web.kit.Conflict;
import org.rollcall.web.kit.Exchange;
import org.rollcall.web.kit.FormVersion;
import org.rollcall.web.kit.PageProblem;
import org.rollcall.web.kit.Router;
import org.rollcall.web.kit.Routes;
import org.rollcall.web.kit.Site;
import org.rollcall.web.kit.StaleForm;
import org.rollcall.web.kit.Uploads;
import org.rollcall.web.kit.Uploads.Upload;
import org.rollcall.web.kit.Words;

/** The photos of a student: to send, to see and to delete, and pictures of a webcam to judge. */
final class PhotoRoutes implements Routes {
  private static final String STUDENT = "/classes/{class}/enrolment/students/{student}";
  private static final String PHOTO = "photo";
  private static final Pattern PHOTO_VERSION = Pattern.compile("(\\d{1,12})-(\\d{1,15})");

  /** Six photos of the best telephones, or a video of half a minute. */
  private static final long MOST_BYTES = 200_000_000;

  private final EnrolArea area;
  private final Site site;

  PhotoRoutes(EnrolArea area) {
    this.area = area;
    this.site = area.site();
  }

  @Override
  public void addTo(Router router) {
    router
        .enrollers()
        .upload(STUDENT + "/photos", this::add)
        .post(STUDENT + "/photos/remove", this::remove)
        .get(STUDENT + "/photos/{photo}/face.jpg", this::showFace)
        .post(STUDENT + "/glance", BodyLimit.LARGE, this::judge);
  }

  /** Tells of each file what has become of it, unless it was a single one that was kept. */
  private void add(Exchange exchange) {
    Student student = area.rosters().student(exchange.className(), exchange.student());
    List<SentPhoto> sent;
    try (Uploads.Batch batch = site.uploads().take(exchange, PHOTO, MOST_BYTES)) {
      sent = batch.files().stream().map(upload -> add(exchange, upload)).toList();
    }
    if (sent.stream().anyMatch(one -> one.fate() == SentPhoto.Fate.KEPT)) {
      photosChanged(exchange);
    }
    if (sent.size() == 1 && sent.get(0).fate() == SentPhoto.Fate.KEPT) {
      exchange.seeOther(EnrolmentPage.address(exchange.className(), exchange.student()));
      return;
    }
    boolean refused = sent.stream().anyMatch(one -> one.fate() == SentPhoto.Fate.REFUSED);
    exchange
        .status(refused ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
        .show(
            "enrol/sent",
            exchange.words().text("sent.title", student.name()),
            Map.of(
                "sent",
                sent,
                "back",
                EnrolmentPage.address(exchange.className(), exchange.student())));
  }

  private SentPhoto add(Exchange exchange, Upload upload) {
    try {
      PhotoEditing.AddedPhoto added =
          area.photos().add(exchange.className(), exchange.student(), upload.file());
      return added.isNew()
          ? new SentPhoto(upload.name(), SentPhoto.Fate.KEPT, "")
          : new SentPhoto(
              upload.name(),
              SentPhoto.Fate.KNOWN,
              exchange.words().text("sent.same", added.name()));
    } catch (RollcallException e) {
      return new SentPhoto(upload.name(), SentPhoto.Fate.REFUSED, exchange.words().problem(e));
    }
  }

  private void remove(Exchange exchange) {
    String className = exchange.className();
    String student = exchange.student();
    String photo = exchange.field(PHOTO);
    if (!area.photos().remove(className, student, photo, exchange.seen())) {
      throw new StaleForm(conflict(exchange, photo));
    }
    photosChanged(exchange);
    exchange.seeOther(EnrolmentPage.address(className, student));
  }

  private Conflict conflict(Exchange exchange, String photo) {
    String className = exchange.className();
    String student = exchange.student();
    Words words = exchange.words();
    String version = area.photos().find(className, student, photo).map(Photo::version).orElse("");
    return new Conflict(
        photo,
        EnrolmentPage.address(className, student),
        Map.of(FormVersion.FIELD, version),
        List.of(
            new Conflict.ComparedRow(
                words.text("enrolled.photo"),
                described(exchange, version),
                words.text("enrolled.photo.delete", described(exchange, exchange.seen())))));
  }

  /** {@return when a version of a photo was written, and how large it is} */
  private String described(Exchange exchange, String version) {
    Matcher parts = PHOTO_VERSION.matcher(version);
    Words words = exchange.words();
    return parts.matches()
        ? words.text(
            "enrolled.photo.version",
            words.moment(Instant.ofEpochMilli(Long.parseLong(parts.group(2))).atZone(site.zone())),
            words.bytes(Long.parseLong(parts.group(1))))
        : "–";
  }

  private void photosChanged(Exchange exchange) {
    String about = exchange.className() + " " + exchange.student();
    site.audit().note(exchange, Action.PHOTOS_CHANGED, about);
    site.photoChecks().request(exchange.className());
  }

  private void showFace(Exchange exchange) {
    Jpeg face =
        area.photos()
            .face(exchange.className(), exchange.student(), exchange.parameter(PHOTO))
            .orElseThrow(PageProblem::missing);
    site.audit().noteOnce(exchange, Action.PICTURES_SEEN, exchange.className());
    exchange.picture(face);
  }

  /** Tells the person before the webcam what to do for a better picture, and keeps nothing. */
  private void judge(Exchange exchange) {
    try {
      CaptureHint hint = site.photos().hint(exchange.body());
      exchange.json(
          Map.of(
              "hint", hint.hint().name(),
              "turn", hint.turn().name(),
              "weight", hint.weight()));
    } catch (RollcallException e) {
      exchange
          .status(HttpStatus.UNPROCESSABLE_CONTENT)
          .json(Map.of("problem", exchange.words().problem(e)));
    }
  }
}
