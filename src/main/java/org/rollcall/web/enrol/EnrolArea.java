package org.rollcall.web.enrol;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.rollcall.basics.Daemons;
import org.rollcall.desk.RosterEditing;
import org.rollcall.lesson.Sheets;
import org.rollcall.web.kit.Area;
import org.rollcall.web.kit.Router;
import org.rollcall.web.kit.Site;

/** The pages with which admins enrol students: classes, rosters and photos. */
public final class EnrolArea implements Area {
  private final Site site;
  private final ExecutorService writing =
      Executors.newSingleThreadExecutor(Daemons.named("sheets-without-refused"));

  /**
   * Makes the area.
   *
   * @param site what it works with; stays the caller's
   */
  public EnrolArea(Site site) {
    this.site = site;
  }

  @Override
  public void addTo(Router router) {
    List.of(new EnrolmentRoutes(this), new PhotoRoutes(this), new RosterRoutes(this))
        .forEach(routes -> routes.addTo(router));
  }

  Site site() {
    return site;
  }

  /** Writes sheets again that show somebody who has just refused consent. */
  void writeSheets() {
    writing.execute(() -> new Sheets(site.home(), site.store()).writePending());
  }

  @Override
  public void close() {
    writing.shutdownNow();
  }

  RosterEditing rosters() {
    return new RosterEditing(site.home(), site.store(), site.clock(), site.zone());
  }
}
