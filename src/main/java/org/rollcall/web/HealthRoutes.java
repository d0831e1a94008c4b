package org.rollcall.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.lesson.Version;
import org.rollcall.lesson.Vitals;
import org.rollcall.store.Standing;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /health}: status 200 when all is well, 503 when a person should look at something, with
 * the reasons as JSON.
 */
final class HealthRoutes implements Routes {
  private static final String SLOW =
      "Nobody could tell how Rollcall stands: the disc, the footage folder or the database does not"
          + " answer.";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final FreshLook<Condition> look;

  HealthRoutes(FreshLook<Condition> look) {
    this.look = look;
  }

  @Override
  public void addTo(RoutesConfig server) {
    server.get("/health", this::health);
  }

  private void health(Context context) {
    Optional<Condition> condition = look.get();
    boolean well = condition.map(Condition::isWell).orElse(false);
    context.status(well ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    context.header("Cache-Control", "no-store");
    context.contentType("application/json");
    context.result(JSON.writeValueAsString(answer(condition)) + "\n");
  }

  private static Map<String, Object> answer(Optional<Condition> condition) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("status", condition.map(Condition::isWell).orElse(false) ? "well" : "trouble");
    answer.put("reasons", condition.map(Condition::troubles).orElse(List.of(SLOW)));
    condition.ifPresent(seen -> answer.put("at", seen.at().toString()));
    condition.flatMap(Condition::vitals).ifPresent(vitals -> add(vitals, answer));
    answer.put("version", Version.current());
    return answer;
  }

  private static void add(Vitals vitals, Map<String, Object> answer) {
    vitals.lastRun().map(Instant::toString).ifPresent(begun -> answer.put("lastRun", begun));
    Map<String, Long> recordings = new LinkedHashMap<>();
    for (Standing standing : vitals.standings()) {
      recordings.put(Metrics.label(standing.state()), standing.recordings());
    }
    answer.put("recordings", recordings);
  }
}
