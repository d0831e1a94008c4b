package org.rollcall.web.enrol;

import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import org.rollcall.desk.RosterEdit;
import org.rollcall.model.RollcallException;
import org.rollcall.model.Roster;
import org.rollcall.school.RosterFile;
import org.rollcall.school.RosterList;
import org.rollcall.sheet.ClassRegisterExport.Format;
import org.rollcall.sheet.RosterSheet;
import org.rollcall.store.account.AuditEntry.Action;
import org.rollcall.web.kit.BodyLimit;
import org.rollcall.web.kit.Exchange;
import org.rollcall.web.kit.Router;
import org.rollcall.web.kit.Routes;
import org.rollcall.web.kit.Site;
import org.rollcall.web.kit.Uploads;

/** Rosters as files, from and for the school's other programs. */
final class RosterRoutes implements Routes {
  private static final String ROSTER = "/classes/{class}/enrolment/roster";
  private static final String FIELD = "roster";
  private static final long MOST_BYTES = 5_000_000;

  private final EnrolArea area;
  private final Site site;

  RosterRoutes(EnrolArea area) {
    this.area = area;
    this.site = area.site();
  }

  @Override
  public void addTo(Router router) {
    router
        .enrollers()
        .get(ROSTER + ".csv", this::csv)
        .get(ROSTER + ".xlsx", this::xlsx)
        .upload(ROSTER, this::preview)
        .post(ROSTER + "/choice", BodyLimit.CARRIED, this::choose)
        .post(ROSTER + "/confirm", BodyLimit.LARGE, this::replace);
  }

  private void csv(Exchange exchange) {
    String text = RosterFile.text(roster(exchange));
    site.audit().note(exchange, Action.DOWNLOADED, exchange.className() + " roster.csv");
    exchange.download("roster.csv", Format.CSV.mediaType(), text.getBytes(StandardCharsets.UTF_8));
  }

  private void xlsx(Exchange exchange) {
    byte[] book = RosterSheet.write("Roster", RosterFile.lines(roster(exchange)));
    site.audit().note(exchange, Action.DOWNLOADED, exchange.className() + " roster.xlsx");
    exchange.download("roster.xlsx", Format.XLSX.mediaType(), book);
  }

  private Roster roster(Exchange exchange) {
    return area.rosters().roster(exchange.className());
  }

  /** Shows what would change, before anything does. */
  private void preview(Exchange exchange) {
    preview(exchange, sent(exchange));
  }

  private void choose(Exchange exchange) {
    preview(exchange, SentList.carried(exchange.field("fileName"), exchange.rawField("file")));
  }

  /** What cannot be read is told beside the choices, or beside the form for another file. */
  private void preview(Exchange exchange, SentList sent) {
    Optional<ListChoice> choice = Optional.empty();
    Optional<RosterList> list = Optional.empty();
    String problem = "";
    try {
      choice = Optional.of(ListChoice.of(sent, exchange));
      list =
          choice
              .filter(ListChoice::isComplete)
              .map(made -> RosterFile.parse(sent.name(), made.table()));
    } catch (RollcallException e) {
      problem = exchange.words().problem(e);
      exchange.status(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    show(exchange, new ListPage(choice, list, problem));
  }

  private void show(Exchange exchange, ListPage page) {
    Roster before = roster(exchange);
    exchange.show(
        "enrol/roster",
        exchange.words().text("roster.title", exchange.className()),
        Map.of(
            "address", EnrolmentPage.address(exchange.className()),
            "className", exchange.className(),
            "choice", page.choice(),
            "change",
                page.list()
                    .map(list -> new RosterChange(new RosterEdit(before, list.over(before)))),
            "text", page.list().map(RosterFile::text).orElse(""),
            "problem", page.problem()));
  }

  /**
   * What the page of a list shows.
   *
   * @param choice how the file is read; empty if it cannot be, or is no longer at hand
   * @param list the students; empty if something has to be chosen or corrected first
   * @param problem what is wrong; empty if nothing is
   */
  private record ListPage(Optional<ListChoice> choice, Optional<RosterList> list, String problem) {}

  private SentList sent(Exchange exchange) {
    try (Uploads.Batch batch = site.uploads().take(exchange, FIELD, MOST_BYTES)) {
      Uploads.Upload upload = batch.files().get(0);
      return new SentList(upload.name(), Files.readAllBytes(upload.file()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The list holds, unless it was compared with another roster or undoes refusals unasked. */
  private void replace(Exchange exchange) {
    String className = exchange.className();
    RosterList list = RosterFile.parse("the roster", exchange.rawField("text"));
    boolean mayLoseRefusals = !exchange.field("refusals").isEmpty();
    try {
      RosterEdit edit =
          area.rosters()
              .change(
                  className,
                  before -> {
                    Roster now = new Roster(className, before);
                    RosterEdit wanted = new RosterEdit(now, list.over(now));
                    require(exchange, wanted, mayLoseRefusals);
                    return wanted.after().students();
                  });
      area.changed(exchange, className, edit);
      exchange.seeOther(EnrolmentPage.address(className));
    } catch (NotConfirmed e) {
      show(
          exchange.status(e.status),
          new ListPage(Optional.empty(), Optional.of(list), exchange.words().text(e.key)));
    }
  }

  private static void require(Exchange exchange, RosterEdit wanted, boolean mayLoseRefusals) {
    RosterChange change = new RosterChange(wanted);
    if (!wanted.isNone() && !change.version().equals(exchange.seen())) {
      throw new NotConfirmed(HttpStatus.CONFLICT, "roster.stale");
    }
    if (!change.lostRefusals().isEmpty() && !mayLoseRefusals) {
      throw new NotConfirmed(HttpStatus.UNPROCESSABLE_CONTENT, "roster.refusals.unsure");
    }
  }

  /** A list that was confirmed without knowing all that it does. */
  private static final class NotConfirmed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String key;

    NotConfirmed(HttpStatus status, String key) {
      super(key);
      this.status = status;
      this.key = key;
    }
  }
}
