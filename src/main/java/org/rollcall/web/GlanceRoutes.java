package org.rollcall.web;

import static org.rollcall.web.EnrolmentRoutes.STUDENT_PATH;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import org.rollcall.access.Principal;
import org.rollcall.lesson.CaptureHint;
import org.rollcall.model.RollcallException;
import org.rollcall.worker.PhotoWorker;
import tools.jackson.databind.json.JsonMapper;

/** Says to whoever sits before a camera what to do for a better picture. */
final class GlanceRoutes implements Routes {
  private static final JsonMapper JSON = new JsonMapper();

  private final PhotoWorker photos;
  private final Door door;

  GlanceRoutes(PhotoWorker photos, Door door) {
    this.photos = photos;
    this.door = door;
  }

  @Override
  public void addTo(RoutesConfig server) {
    door.post(server, STUDENT_PATH + "/glance", this::glance);
  }

  /** Takes a picture of a camera, and keeps nothing of it. */
  private void glance(Context context, Principal visitor) {
    try {
      answer(context, photos.hint(context.bodyAsBytes()));
    } catch (RollcallException e) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      context.contentType("application/json");
      context.result(JSON.writeValueAsBytes(Map.of("problem", e.getMessage())));
    }
  }

  private static void answer(Context context, CaptureHint hint) {
    context.contentType("application/json");
    context.result(
        JSON.writeValueAsBytes(
            Map.of(
                "hint", hint.hint().name(),
                "turn", hint.turn().name(),
                "weight", hint.weight())));
  }
}
