package org.rollcall.web.enrol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.rollcall.model.Roster;
import org.rollcall.model.Student;
import org.rollcall.school.RosterFile;
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

  /** Workbooks are ZIP archives, which start like this. */
  private static final String ARCHIVE = "PK";

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
    Roster wanted = sent(exchange);
    exchange.show(
        "enrol/roster",
        exchange.words().text("roster.title", exchange.className()),
        Map.of(
            "change",
            RosterChange.between(roster(exchange), wanted),
            "text",
            RosterFile.text(wanted)));
  }

  private Roster sent(Exchange exchange) {
    try (Uploads.Batch batch = site.uploads().take(exchange, FIELD, MOST_BYTES)) {
      Uploads.Upload upload = batch.files().get(0);
      return parse(upload.name(), exchange.className(), Files.readAllBytes(upload.file()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Roster parse(String name, String className, byte[] content) {
    boolean archive = new String(content, StandardCharsets.ISO_8859_1).startsWith(ARCHIVE);
    return archive
        ? RosterFile.parse(name, className, RosterSheet.read(content))
        : RosterFile.parse(name, className, content);
  }

  private void replace(Exchange exchange) {
    String className = exchange.className();
    List<Student> students =
        RosterFile.parse("the roster", className, exchange.rawField("text")).students();
    area.rosters().change(className, before -> students);
    site.audit().note(exchange, Action.ROSTER_CHANGED, className);
    area.writeSheets();
    site.photoChecks().request(className);
    exchange.seeOther(EnrolmentPage.address(className));
  }
}
