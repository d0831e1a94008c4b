package org.rollcall.web;

import static org.rollcall.web.EnrolmentRoutes.STUDENT_PATH;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import org.rollcall.access.Visitor;
import org.rollcall.lesson.Glance;
import org.rollcall.model.RollcallException;
import org.rollcall.worker.PhotoBooth;
import tools.jackson.databind.json.JsonMapper;

/** Says to whoever sits before a camera what to do for a better picture. */
final class GlanceRoutes implements Routes {
  private static final JsonMapper JSON = new JsonMapper();

  private final PhotoBooth booth;
  private final Door door;

  GlanceRoutes(PhotoBooth booth, Door door) {
    this.booth = booth;
    this.door = door;
  }

  @Override
  public void addTo(RoutesConfig server) {
    door.post(server, STUDENT_PATH + "/glance", this::glance);
  }

  /** Takes a picture of a camera, and keeps nothing of it. */
  private void glance(Context context, Visitor visitor) {
    try {
      answer(context, booth.glance(context.bodyAsBytes()));
    } catch (RollcallException e) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      context.contentType("application/json");
      context.result(JSON.writeValueAsBytes(Map.of("problem", e.getMessage())));
    }
  }

  private static void answer(Context context, Glance glance) {
    context.contentType("application/json");
    context.result(
        JSON.writeValueAsBytes(
            Map.of(
                "hint", glance.hint().name(),
                "turn", glance.turn().name(),
                "weight", glance.weight())));
  }
}
