package org.rollcall.web;

import static org.rollcall.web.EnrolmentRoutes.PATH;
import static org.rollcall.web.EnrolmentRoutes.className;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.access.Principal;
import org.rollcall.config.RosterFile;
import org.rollcall.lesson.EnrolmentDesk;
import org.rollcall.model.Roster;
import org.rollcall.model.Student;
import org.rollcall.sheet.RosterSheet;
import org.rollcall.store.AuditEntry.Action;
import org.rollcall.worker.PhotoChecks;

/** Rosters as files: from the school's other programs, and for them. */
final class RosterRoutes implements Routes {
  private static final String FIELD = "roster";
  private static final long MOST_BYTES = 5_000_000;

  /** Workbooks are archives, and those begin so. */
  private static final String ARCHIVE = "PK";

  private final Supplier<EnrolmentDesk> desk;
  private final PhotoChecks checks;
  private final Uploads uploads;
  private final Trail trail;
  private final Door door;
  private final Pages pages;

  RosterRoutes(
      Supplier<EnrolmentDesk> desk,
      PhotoChecks checks,
      Uploads uploads,
      Trail trail,
      Door door,
      Pages pages) {
    this.desk = desk;
    this.checks = checks;
    this.uploads = uploads;
    this.trail = trail;
    this.door = door;
    this.pages = pages;
  }

  @Override
  public void addTo(RoutesConfig server) {
    door.get(server, PATH + "/roster.csv", this::csv);
    door.get(server, PATH + "/roster.xlsx", this::xlsx);
    door.post(server, PATH + "/roster", this::preview);
    door.post(server, PATH + "/roster/confirm", this::replace);
  }

  private void csv(Context context, Principal visitor) {
    byte[] text =
        RosterFile.text(desk.get().roster(className(context))).getBytes(StandardCharsets.UTF_8);
    send(context, "text/csv; charset=utf-8", "csv", text);
  }

  private void xlsx(Context context, Principal visitor) {
    byte[] book =
        RosterSheet.write("Roster", RosterFile.lines(desk.get().roster(className(context))));
    send(
        context, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", book);
  }

  private static void send(Context context, String type, String extension, byte[] content) {
    context.header("Cache-Control", "no-store");
    context.header(
        "Content-Disposition", "attachment; filename=\"roster.%s\"".formatted(extension));
    context.contentType(type);
    context.result(content);
  }

  /** Shows what would change, before anything does. */
  private void preview(Context context, Principal visitor) {
    String className = className(context);
    Roster wanted = read(context, className);
    pages.show(
        context,
        Optional.of(visitor),
        "roster",
        Words.of(context).text("roster.title", className),
        Map.of(
            "change",
            RosterChange.between(desk.get().roster(className), wanted),
            "text",
            RosterFile.text(wanted)));
  }

  private Roster read(Context context, String className) {
    try (Uploads.Batch batch = uploads.take(context, FIELD, MOST_BYTES)) {
      Uploads.Upload upload = batch.files().get(0);
      return parse(upload.name(), className, Files.readAllBytes(upload.file()));
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

  private void replace(Context context, Principal visitor) {
    String className = className(context);
    String text = Optional.ofNullable(context.formParam("text")).orElse("");
    List<Student> students = RosterFile.parse("the roster", className, text).students();
    desk.get().change(className, before -> students);
    trail.note(context, visitor, Action.ROSTER_CHANGED, className);
    checks.request(className);
    context.redirect(EnrolmentPage.address(className), HttpStatus.SEE_OTHER);
  }
}
