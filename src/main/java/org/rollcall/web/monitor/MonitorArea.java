package org.rollcall.web.monitor;

import org.rollcall.web.kit.Area;
import org.rollcall.web.kit.CachedProbe;
import org.rollcall.web.kit.Router;
import org.rollcall.web.kit.ServiceHealth;

/** Health and metrics for monitoring programs, which need no login. */
public final class MonitorArea implements Area {
  private final CachedProbe<ServiceHealth> health;

  /**
   * Makes the area.
   *
   * @param health how well the service is; stays the caller's
   */
  public MonitorArea(CachedProbe<ServiceHealth> health) {
    this.health = health;
  }

  @Override
  public void addTo(Router router) {
    new HealthRoutes(health).addTo(router);
    new MetricsRoutes(health).addTo(router);
  }
}
