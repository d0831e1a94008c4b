package org.rollcall.web.classes;

import java.time.Duration;
import java.util.List;
import org.rollcall.desk.ClassHistory;
import org.rollcall.desk.ClassRegisterUpdater;
import org.rollcall.desk.CorrectionService;
import org.rollcall.web.kit.Area;
import org.rollcall.web.kit.Router;
import org.rollcall.web.kit.Site;

/**
 * The pages for teachers: classes, lessons and students; marks to correct, attendance to take, and
 * registers to download.
 */
public final class ClassArea implements Area {
  /** Whoever corrects one mark of a class often corrects another one. */
  private static final Duration REGISTER_DELAY = Duration.ofSeconds(3);

  private final Site site;
  private final ClassRegisterUpdater registers;

  /**
   * Makes the area.
   *
   * @param site what it works with; stays the caller's
   */
  public ClassArea(Site site) {
    this.site = site;
    this.registers = new ClassRegisterUpdater(site.home(), site::store, REGISTER_DELAY);
  }

  @Override
  public void addTo(Router router) {
    List.of(
            new ClassRoutes(this),
            new StudentRoutes(this),
            new ExportRoutes(this),
            new LessonRoutes(this),
            new UnknownFaceRoutes(this),
            new SheetMailRoutes(this),
            new AttendanceRoutes(this))
        .forEach(routes -> routes.addTo(router));
  }

  Site site() {
    return site;
  }

  ClassHistory history() {
    return new ClassHistory(site.home(), site.store());
  }

  CorrectionService corrections() {
    return new CorrectionService(site.home(), site.store(), registers::changed);
  }

  @Override
  public void close() {
    registers.close();
  }
}
