package org.rollcall.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.rollcall.access.Principal;
import org.rollcall.lesson.Overview;
import org.rollcall.model.LessonKey;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.store.AuditEntry.Action;
import org.rollcall.store.Ledger;
import org.rollcall.store.Recording;
import org.rollcall.store.Recording.State;
import org.rollcall.store.RecordingFilter;

/** What was recorded and how far the work on it is; each of it can be processed once more. */
final class RecordingRoutes implements Routes {
  private static final String PATH = Admin.ROOT + "/recordings";
  private static final String RECORDING = "recording";
  private static final int LINES = 50;
  private static final int LONGEST_TEXT = 200;

  private final Admin admin;
  private final Door door;
  private final AdminLooks looks;

  RecordingRoutes(Admin admin, Door door, AdminLooks looks) {
    this.admin = admin;
    this.door = door;
    this.looks = looks;
  }

  @Override
  public void addTo(RoutesConfig server) {
    door.get(server, PATH, this::show);
    door.post(server, PATH + "/{recording}/again", this::processRecording);
    door.post(server, Admin.ROOT + "/classes/{class}/lessons/{lesson}/again", this::processLesson);
  }

  private void show(Context context, Principal visitor) {
    RecordingFilter filter = filter(context);
    Ledger ledger = admin.store().get().ledger();
    LongList paging = LongList.of(context, LINES, ledger.count(filter));
    Optional<Overview.Folder> folder = Optional.empty();
    String folderProblem = "";
    try {
      folder = looks.folder();
    } catch (RollcallException e) {
      folderProblem = e.getMessage();
    }
    admin.show(
        context,
        visitor,
        "recordings",
        Map.of(
            "filter",
            filter,
            "paging",
            paging,
            "recordings",
            ledger.recordings(filter, paging.skipped(), LINES),
            "standings",
            admin.store().get().statistics().standings(),
            "folder",
            folder,
            "folderProblem",
            folderProblem,
            "live",
            Live.of(admin.service().jobs()),
            "asked",
            Admin.query(context, "asked")));
  }

  private static RecordingFilter filter(Context context) {
    String state = Admin.query(context, "state");
    String text = Admin.query(context, "text").strip();
    return new RecordingFilter(
        Arrays.stream(State.values()).filter(known -> known.name().equals(state)).findFirst(),
        text.substring(0, Math.min(LONGEST_TEXT, text.length())));
  }

  private void processRecording(Context context, Principal visitor) {
    String sha256 = context.pathParam(RECORDING);
    Optional<Recording> recording = admin.store().get().ledger().find(sha256);
    if (recording.isEmpty()) {
      context.status(HttpStatus.NOT_FOUND);
      return;
    }
    String file = recording.get().file();
    try {
      admin.service().jobs().process(Path.of(file));
      admin.note(context, visitor, Action.PROCESS, file);
      context.redirect(PATH + "?asked=yes", HttpStatus.SEE_OTHER);
    } catch (TemporaryFailure e) {
      admin.pages().showProblem(context, Optional.of(visitor), HttpStatus.CONFLICT, e.getMessage());
    }
  }

  private void processLesson(Context context, Principal visitor) {
    Optional<LessonKey> lesson =
        Addresses.lesson(context.pathParam(Door.CLASS), context.pathParam(Addresses.LESSON));
    if (lesson.flatMap(admin.service().jobs()::again).isEmpty()) {
      context.status(HttpStatus.NOT_FOUND);
      return;
    }
    admin.note(context, visitor, Action.PROCESS, lesson.get().fileStem());
    context.redirect(PATH + "?asked=yes", HttpStatus.SEE_OTHER);
  }
}
