package org.rollcall.web.enrol;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.rollcall.basics.Daemons;
import org.rollcall.desk.PhotoEditing;
import org.rollcall.desk.RosterEdit;
import org.rollcall.desk.RosterEditing;
import org.rollcall.lesson.Sheets;
import org.rollcall.store.account.AuditEntry.Action;
import org.rollcall.web.kit.Area;
import org.rollcall.web.kit.Exchange;
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
    return new RosterEditing(site.home(), site.store());
  }

  PhotoEditing photos() {
    return new PhotoEditing(site.home(), site.store(), site.clock(), site.zone());
  }

  /** Notes what a user has changed about a roster, and has the photos checked again. */
  void changed(Exchange exchange, String about, RosterEdit edit) {
    if (edit.isNone()) {
      return;
    }
    site.audit().note(exchange, Action.ROSTER_CHANGED, about);
    String className = edit.after().className();
    edit.consentChanges()
        .forEach(
            change ->
                site.audit().note(exchange, Action.CONSENT_CHANGED, className + " " + change));
    writeSheets();
    site.photoChecks().request(className);
  }
}
