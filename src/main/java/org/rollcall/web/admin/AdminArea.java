package org.rollcall.web.admin;

import java.util.List;
import java.util.Optional;
import org.rollcall.web.kit.Area;
import org.rollcall.web.kit.CachedProbe;
import org.rollcall.web.kit.Router;
import org.rollcall.web.kit.ServiceHealth;
import org.rollcall.web.kit.Site;

/** The pages for admins: how the service does, what it works on, its users, mails and settings. */
public final class AdminArea implements Area {
  private final Site site;
  private final CachedProbe<ServiceHealth> health;
  private final AdminProbes probes;
  private final EventRoutes events;

  /**
   * Makes the area.
   *
   * @param site what it works with; stays the caller's
   * @param health how well the service is; stays the caller's
   */
  public AdminArea(Site site, CachedProbe<ServiceHealth> health) {
    this.site = site;
    this.health = health;
    this.probes = new AdminProbes(site);
    this.events = new EventRoutes(site);
  }

  @Override
  public void addTo(Router router) {
    List.of(
            new OverviewRoutes(this),
            new RecordingRoutes(this),
            new UserRoutes(site),
            new MailRoutes(site),
            events)
        .forEach(routes -> routes.addTo(router));
  }

  Site site() {
    return site;
  }

  AdminProbes probes() {
    return probes;
  }

  Optional<ServiceHealth> health() {
    return health.get();
  }

  @Override
  public void endReplies() {
    events.close();
  }

  @Override
  public void close() {
    events.close();
    probes.close();
  }
}
