package org.rollcall.web.monitor;

import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.desk.WorkStatistics;
import org.rollcall.model.Message;
import org.rollcall.store.ledger.StateCount;
import org.rollcall.web.kit.CachedProbe;
import org.rollcall.web.kit.Exchange;
import org.rollcall.web.kit.Router;
import org.rollcall.web.kit.Routes;
import org.rollcall.web.kit.ServiceHealth;

/**
 * {@code /health}: status 200 if the service is well, 503 if a person should look at it at once,
 * with the reasons as JSON; also what a person should know of the work, such as failed recordings.
 */
final class HealthRoutes implements Routes {
  private static final String SLOW =
      "The health of Rollcall is unknown: the disk, the footage folder or the database does not"
          + " respond.";

  private static final String NO_DATABASE =
      "The database cannot be used. The log and the pages for admins say why.";

  private final CachedProbe<ServiceHealth> health;

  HealthRoutes(CachedProbe<ServiceHealth> health) {
    this.health = health;
  }

  @Override
  public void addTo(Router router) {
    router.everybody().get("/health", this::report);
  }

  private void report(Exchange exchange) {
    Optional<ServiceHealth> now = health.get();
    boolean well = now.map(ServiceHealth::isWell).orElse(false);
    exchange
        .status(well ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .json(now.map(HealthRoutes::reply).orElseGet(HealthRoutes::slow));
  }

  private static Map<String, Object> reply(ServiceHealth health) {
    Map<String, Object> reply = new LinkedHashMap<>();
    reply.put("status", status(health));
    reply.put("reasons", reasons(health));
    reply.put("notices", health.notices().stream().map(Message::toString).toList());
    reply.put("at", health.at().toString());
    health.work().ifPresent(work -> add(work, reply));
    return reply;
  }

  private static String status(ServiceHealth health) {
    if (!health.isWell()) {
      return "trouble";
    }
    return health.isAllWell() ? "well" : "attention";
  }

  private static Map<String, Object> slow() {
    Map<String, Object> reply = new LinkedHashMap<>();
    reply.put("status", "trouble");
    reply.put("reasons", List.of(SLOW));
    return reply;
  }

  /** Anybody may ask, so where the database is and what it says is told to admins only. */
  private static List<String> reasons(ServiceHealth health) {
    List<String> reasons =
        new ArrayList<>(health.troubles().stream().map(Message::toString).toList());
    if (health.work().isEmpty()) {
      reasons.set(0, NO_DATABASE);
    }
    return reasons;
  }

  private static void add(WorkStatistics work, Map<String, Object> reply) {
    work.lastRun().map(Instant::toString).ifPresent(start -> reply.put("lastRun", start));
    Map<String, Long> recordings = new LinkedHashMap<>();
    for (StateCount count : work.recordings()) {
      recordings.put(Metrics.label(count.state()), count.recordings());
    }
    reply.put("recordings", recordings);
  }
}
