package org.rollcall.web.admin;

import io.javalin.http.HttpStatus;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rollcall.desk.InstallationStatus;
import org.rollcall.model.LessonKey;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.store.account.AuditEntry.Action;
import org.rollcall.store.ledger.Assignments;
import org.rollcall.store.ledger.Ledger;
import org.rollcall.store.ledger.Recording;
import org.rollcall.store.ledger.Recording.RecordingState;
import org.rollcall.store.ledger.RecordingFilter;
import org.rollcall.web.kit.Exchange;
import org.rollcall.web.kit.PageProblem;
import org.rollcall.web.kit.Paging;
import org.rollcall.web.kit.Router;
import org.rollcall.web.kit.Routes;
import org.rollcall.web.kit.Site;

/** The recordings and their states; each can be processed again, or assigned to a lesson. */
final class RecordingRoutes implements Routes {
  private static final String RECORDINGS = AdminPages.ROOT + "/recordings";
  private static final String ASKED = "asked";
  private static final int RECORDINGS_ON_A_PAGE = 50;
  private static final int LONGEST_TEXT = 200;

  /** No classroom was recorded before this. */
  private static final int EARLIEST_YEAR = 2000;

  private final AdminArea area;
  private final Site site;

  RecordingRoutes(AdminArea area) {
    this.area = area;
    this.site = area.site();
  }

  @Override
  public void addTo(Router router) {
    router
        .admins()
        .get(RECORDINGS, this::show)
        .post(RECORDINGS + "/{recording}/again", this::processRecording)
        .post(RECORDINGS + "/{recording}/assign", this::assign)
        .post(AdminPages.ROOT + "/classes/{class}/lessons/{lesson}/again", this::processLesson);
  }

  private void show(Exchange exchange) {
    Ledger ledger = site.store().ledger();
    RecordingFilter filter = filter(exchange);
    Paging paging = Paging.of(exchange, RECORDINGS_ON_A_PAGE, ledger.count(filter));
    Map<String, Object> content = new HashMap<>(folder(exchange));
    content.put("filter", filter);
    content.put("paging", paging);
    content.put("recordings", ledger.recordings(filter, paging.skipped(), paging.size()));
    content.put("classes", site.home().classNames());
    content.put("counts", site.store().statistics().stateCounts());
    content.put("work", CurrentWork.of(site));
    content.put("asked", !exchange.query(ASKED).isEmpty());
    AdminPages.show(exchange, "recordings", content);
  }

  private Map<String, Object> folder(Exchange exchange) {
    try {
      return Map.of("folder", area.probes().folder(), "folderProblem", "");
    } catch (RollcallException e) {
      Optional<InstallationStatus.Folder> unknown = Optional.empty();
      return Map.of("folder", unknown, "folderProblem", exchange.words().problem(e));
    }
  }

  private static RecordingFilter filter(Exchange exchange) {
    String state = exchange.query("state");
    String text = exchange.query("text");
    return new RecordingFilter(
        Arrays.stream(RecordingState.values())
            .filter(known -> known.name().equals(state))
            .findFirst(),
        text.substring(0, Math.min(LONGEST_TEXT, text.length())));
  }

  private void processRecording(Exchange exchange) {
    String file = recording(exchange).file();
    if (request(exchange, file)) {
      processing(exchange, file);
    }
  }

  private Recording recording(Exchange exchange) {
    return site.store()
        .ledger()
        .find(exchange.parameter("recording"))
        .orElseThrow(PageProblem::missing);
  }

  /** {@return whether the recording will be processed; otherwise the page says why not} */
  private boolean request(Exchange exchange, String file) {
    try {
      site.service().jobs().process(Path.of(file));
      return true;
    } catch (TemporaryFailure e) {
      exchange.showProblem(HttpStatus.CONFLICT, e);
      return false;
    }
  }

  /** Takes an admin's word for the class and the start of a recording. */
  private void assign(Exchange exchange) {
    Recording recording = recording(exchange);
    String className = exchange.field("class");
    if (!site.home().classNames().contains(className)) {
      throw PageProblem.missing();
    }
    LocalDateTime start = start(exchange);
    site.store()
        .assignments()
        .assign(recording.sha256(), new Assignments.Assigned(className, start));
    site.audit()
        .note(
            exchange,
            Action.RECORDING_ASSIGNED,
            "%s: %s, %s".formatted(recording.file(), className, start));
    if (request(exchange, recording.file())) {
      exchange.seeOther(RECORDINGS + "?" + ASKED + "=yes");
    }
  }

  private LocalDateTime start(Exchange exchange) {
    try {
      LocalDateTime start =
          LocalDate.parse(exchange.field("day")).atTime(LocalTime.parse(exchange.field("start")));
      LocalDateTime now = LocalDateTime.ofInstant(site.clock().instant(), site.zone());
      if (start.isAfter(now) || start.getYear() < EARLIEST_YEAR) {
        throw PageProblem.unusable("problem.start", exchange.words().moment(start));
      }
      return start;
    } catch (DateTimeParseException e) {
      throw PageProblem.unusable("problem.nostart");
    }
  }

  private void processLesson(Exchange exchange) {
    LessonKey lesson = exchange.lesson();
    if (site.service().jobs().reprocess(lesson).isEmpty()) {
      throw PageProblem.missing();
    }
    processing(exchange, lesson.fileStem());
  }

  private void processing(Exchange exchange, String what) {
    site.audit().note(exchange, Action.PROCESS, what);
    exchange.seeOther(RECORDINGS + "?" + ASKED + "=yes");
  }
}
