package org.rollcall.web.classes;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.desk.MarkEdit;
import org.rollcall.desk.PhotoEditing;
import org.rollcall.desk.UnknownFaces;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Student;
import org.rollcall.store.account.AuditEntry.Action;
import org.rollcall.store.people.UnknownFaceDecision;
import org.rollcall.store.people.UnknownFaceDecision.DecisionKind;
import org.rollcall.web.kit.Addresses;
import org.rollcall.web.kit.Conflict;
import org.rollcall.web.kit.Exchange;
import org.rollcall.web.kit.FormVersion;
import org.rollcall.web.kit.PageProblem;
import org.rollcall.web.kit.Router;
import org.rollcall.web.kit.Routes;
import org.rollcall.web.kit.Site;
import org.rollcall.web.kit.StaleForm;
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
    Optional<Named> named =
        area.site()
            .store()
            .leases()
            .exclusively(
                "class " + lesson.className(),
                () ->
                    isAsWanted(exchange, lesson, number)
                        ? Optional.empty()
                        : Optional.of(new Named(identify(exchange, lesson, number))));
    if (named.isPresent()) {
      area.site().audit().note(exchange, Action.FACE_NAMED, lesson + " " + number);
    }
    named
        .flatMap(Named::contested)
        .ifPresentOrElse(
            edit -> ConflictPage.show(exchange, area.site().store(), edit),
            () -> exchange.seeOther(Addresses.lesson(lesson) + "#unknown"));
  }

  /**
   * What became of a face.
   *
   * @param contested the correction that follows, if another one has come in meanwhile
   */
  private record Named(Optional<MarkEdit> contested) {}

  /** {@return the correction that follows, if another one has come in meanwhile} */
  private Optional<MarkEdit> identify(Exchange exchange, LessonKey lesson, int number) {
    UnknownFaces faces = faces();
    String who = exchange.field("who");
    String author = exchange.principal().name();
    if (who.startsWith(STUDENT)) {
      String student = who.substring(STUDENT.length());
      Optional<MarkEdit> contested = faces.isStudent(lesson, number, student, author);
      if (exchange.principal().mayEnrol() && !exchange.field("enrol").isEmpty()) {
        enrol(lesson, student, faces.picture(lesson, number));
      }
      return contested;
    }
    if (who.equals(DecisionKind.VISITOR.name()) || who.equals(DecisionKind.NO_FACE.name())) {
      faces.isNoStudent(lesson, number, DecisionKind.valueOf(who), author);
    } else {
      faces.takeBack(lesson, number, author);
    }
    return Optional.empty();
  }

  /**
   * {@return whether the same has been said already, and no photo is to be kept}
   *
   * @throws StaleForm if something else was said since the form was made
   */
  private boolean isAsWanted(Exchange exchange, LessonKey lesson, int number) {
    Map<Integer, UnknownFaceDecision> decisions =
        area.site().store().unknownFaceDecisions().of(lesson);
    Optional<UnknownFaceDecision> now = Optional.ofNullable(decisions.get(number));
    String version = UnknownFacesPage.version(decisions, number);
    String said = now.map(UnknownFaceRoutes::said).orElse("");
    String who = exchange.field("who");
    if (said.equals(who)) {
      return !said.isEmpty() && exchange.field("enrol").isEmpty();
    }
    boolean overwrites = now.isPresent() || !exchange.seen().isEmpty();
    if (overwrites && !exchange.seen().equals(version)) {
      throw new StaleForm(
          new Conflict(
              exchange.words().text("lesson.unknown.face", number),
              Addresses.lesson(lesson) + "#unknown",
              Map.of(FormVersion.FIELD, version),
              List.of(
                  new Conflict.ComparedRow(
                      exchange.words().text("conflict.face"),
                      words(exchange, said),
                      words(exchange, who)))));
    }
    return false;
  }

  private static String said(UnknownFaceDecision decision) {
    return decision.student().map(id -> STUDENT + id).orElse(decision.kind().name());
  }

  private String words(Exchange exchange, String who) {
    if (who.startsWith(STUDENT)) {
      return name(exchange.lesson(), who.substring(STUDENT.length()));
    }
    boolean known =
        Arrays.stream(DecisionKind.values()).map(DecisionKind::name).anyMatch(who::equals);
    return exchange.words().text("unknown." + (known ? who : "open"));
  }

  private String name(LessonKey lesson, String id) {
    return area.site().store().lessons().outline(lesson).stream()
        .flatMap(register -> register.rows().stream())
        .map(row -> row.verdict().student())
        .filter(student -> student.id().equals(id))
        .map(Student::name)
        .findFirst()
        .orElse(id);
  }

  private UnknownFaces faces() {
    Site site = area.site();
    return new UnknownFaces(site.home(), site.settings(), site.store(), area.corrections());
  }

  private void enrol(LessonKey lesson, String student, Path picture) {
    Site site = area.site();
    try {
      new PhotoEditing(site.home(), site.store(), site.clock(), site.zone())
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
