package org.rollcall.web.enrol;

import io.javalin.http.HttpStatus;
import java.util.Map;
import org.rollcall.desk.RosterEditing;
import org.rollcall.enrol.CaptureHint;
import org.rollcall.model.RollcallException;
import org.rollcall.model.picture.Jpeg;
import org.rollcall.store.account.AuditEntry.Action;
import org.rollcall.web.kit.BodyLimit;
import org.rollcall.web.kit.Exchange;
import org.rollcall.web.kit.PageProblem;
import org.rollcall.web.kit.Router;
import org.rollcall.web.kit.Routes;
import org.rollcall.web.kit.Site;
import org.rollcall.web.kit.Uploads;
import org.rollcall.web.kit.Uploads.Upload;

/** The photos of a student: to send, to see and to delete, and pictures of a webcam to judge. */
final class PhotoRoutes implements Routes {
  private static final String STUDENT = "/classes/{class}/enrolment/students/{student}";
  private static final String PHOTO = "photo";

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

  private void add(Exchange exchange) {
    RosterEditing rosters = area.rosters();
    rosters.student(exchange.className(), exchange.student());
    try (Uploads.Batch batch = site.uploads().take(exchange, PHOTO, MOST_BYTES)) {
      batch.files().forEach(upload -> add(exchange, rosters, upload));
    } finally {
      // Some of them may have been added before one was refused.
      photosChanged(exchange);
    }
    exchange.seeOther(EnrolmentPage.address(exchange.className(), exchange.student()));
  }

  private static void add(Exchange exchange, RosterEditing rosters, Upload upload) {
    try {
      rosters.add(exchange.className(), exchange.student(), upload.file());
    } catch (RollcallException e) {
      throw PageProblem.unusable("problem.upload", upload.name(), exchange.words().problem(e));
    }
  }

  private void remove(Exchange exchange) {
    String className = exchange.className();
    area.rosters().removePhoto(className, exchange.student(), exchange.field(PHOTO));
    photosChanged(exchange);
    exchange.seeOther(EnrolmentPage.address(className, exchange.student()));
  }

  private void photosChanged(Exchange exchange) {
    String about = exchange.className() + " " + exchange.student();
    site.audit().note(exchange, Action.PHOTOS_CHANGED, about);
    site.photoChecks().request(exchange.className());
  }

  private void showFace(Exchange exchange) {
    Jpeg face =
        area.rosters()
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
