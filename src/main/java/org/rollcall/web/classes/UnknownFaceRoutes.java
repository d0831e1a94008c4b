package org.rollcall.web.classes;

import java.nio.file.Path;
import org.rollcall.desk.RosterEditing;
import org.rollcall.desk.UnknownFaces;
import org.rollcall.model.LessonKey;
import org.rollcall.store.account.AuditEntry.Action;
import org.rollcall.store.people.UnknownFaceDecision.DecisionKind;
import org.rollcall.web.kit.Addresses;
import org.rollcall.web.kit.Exchange;
import org.rollcall.web.kit.PageProblem;
import org.rollcall.web.kit.Router;
import org.rollcall.web.kit.Routes;
import org.rollcall.web.kit.Site;
import org.rollcall.web.kit.Uploads;

/** What users say about the unknown faces of a lesson. */
final class UnknownFaceRoutes implements Routes {
  private static final String STUDENT = "student:";

  private final ClassArea area;

  UnknownFaceRoutes(ClassArea area) {
    this.area = area;
  }

  @Override
  public void addTo(Router router) {
    router.correctors().post("/classes/{class}/lessons/{lesson}/unknown/{number}", this::identify);
  }

  private void identify(Exchange exchange) {
    LessonKey lesson = exchange.lesson();
    int number = number(exchange);
    identify(exchange, lesson, number);
    area.site().audit().note(exchange, Action.FACE_NAMED, lesson + " " + number);
    exchange.seeOther(Addresses.lesson(lesson) + "#unknown");
  }

  private void identify(Exchange exchange, LessonKey lesson, int number) {
    UnknownFaces faces = faces();
    String who = exchange.field("who");
    String author = exchange.principal().name();
    if (who.startsWith(STUDENT)) {
      String student = who.substring(STUDENT.length());
      faces.isStudent(lesson, number, student, author);
      if (exchange.principal().mayEnrol() && !exchange.field("enrol").isEmpty()) {
        enrol(lesson, student, faces.picture(lesson, number));
      }
    } else if (who.equals(DecisionKind.VISITOR.name()) || who.equals(DecisionKind.NO_FACE.name())) {
      faces.isNoStudent(lesson, number, DecisionKind.valueOf(who), author);
    } else {
      faces.takeBack(lesson, number, author);
    }
  }

  private UnknownFaces faces() {
    Site site = area.site();
    return new UnknownFaces(site.home(), site.settings(), site.store(), area.corrections());
  }

  private void enrol(LessonKey lesson, String student, Path picture) {
    Site site = area.site();
    try {
      new RosterEditing(site.home(), site.store(), site.clock(), site.zone())
          .add(lesson.className(), student, picture);
      site.photoChecks().request(lesson.className());
    } finally {
      Uploads.delete(picture);
    }
  }

  private static int number(Exchange exchange) {
    try {
      return Integer.parseInt(exchange.parameter("number"));
    } catch (NumberFormatException e) {
      throw PageProblem.unusable("problem.face", exchange.parameter("number"));
    }
  }
}
