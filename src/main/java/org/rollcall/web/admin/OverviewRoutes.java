package org.rollcall.web.admin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.doctor.Finding;
import org.rollcall.doctor.Finding.Grade;
import org.rollcall.model.RollcallException;
import org.rollcall.school.Holidays;
import org.rollcall.settings.ExplainedSetting;
import org.rollcall.settings.SettingsFile;
import org.rollcall.store.account.AuditLog;
import org.rollcall.web.kit.CachedProbe.Reading;
import org.rollcall.web.kit.Exchange;
import org.rollcall.web.kit.Paging;
import org.rollcall.web.kit.Router;
import org.rollcall.web.kit.Routes;
import org.rollcall.web.kit.Site;

/** The pages for admins that only show something. */
final class OverviewRoutes implements Routes {
  private static final int RUNS = 30;
  private static final int ENTRIES_ON_A_PAGE = 100;

  private final AdminArea area;
  private final Site site;

  OverviewRoutes(AdminArea area) {
    this.area = area;
    this.site = area.site();
  }

  @Override
  public void addTo(Router router) {
    router
        .admins()
        .get(AdminPages.ROOT, this::showFront)
        .post(AdminPages.ROOT + "/check", this::checkAgain)
        .get(AdminPages.ROOT + "/schedule", this::showSchedule)
        .get(AdminPages.ROOT + "/storage", this::showStorage)
        .get(AdminPages.ROOT + "/packs", this::showPacks)
        .get(AdminPages.ROOT + "/settings", this::showSettings)
        .get(AdminPages.ROOT + "/audit", this::showAudit);
  }

  private void showFront(Exchange exchange) {
    Optional<Reading<List<Finding>>> findings = area.probes().findings();
    List<Finding> notable =
        findings.stream()
            .flatMap(measured -> measured.value().stream())
            .filter(finding -> finding.grade() != Grade.OK)
            .toList();
    AdminPages.show(
        exchange,
        "front",
        Map.of(
            "health", area.health(),
            "findings", notable,
            "examined", findings.map(Reading::at),
            "due", nextDue(),
            "restart", site.awaitingRestart(),
            "work", CurrentWork.of(site)));
  }

  private void checkAgain(Exchange exchange) {
    area.probes().refresh();
    exchange.seeOther(AdminPages.ROOT + "#checks");
  }

  private Optional<Instant> nextDue() {
    try {
      return site.service().nextDue().get();
    } catch (RollcallException e) {
      // An alarm tells of settings that cannot be read.
      return Optional.empty();
    }
  }

  private void showSchedule(Exchange exchange) {
    LocalDate today = site.clock().instant().atZone(site.zone()).toLocalDate();
    AdminPages.show(
        exchange,
        "schedule",
        Map.of(
            "due", nextDue(),
            "runs", site.store().runs().latest(RUNS),
            "alarms", site.service().alarms().get(),
            "holidays", Holidays.read(site.home()).ahead(today),
            "restart", site.awaitingRestart(),
            "schedule", settings("schedule.")));
  }

  private List<ExplainedSetting> settings(String prefix) {
    return SettingsFile.explain(site.home(), System.getenv()).stream()
        .filter(setting -> setting.key().startsWith(prefix))
        .toList();
  }

  private void showStorage(Exchange exchange) {
    AdminPages.show(exchange, "storage", Map.of("storage", area.probes().storage()));
  }

  private void showPacks(Exchange exchange) {
    AdminPages.show(exchange, "packs", Map.of("packs", area.probes().packs()));
  }

  private void showSettings(Exchange exchange) {
    AdminPages.show(
        exchange, "settings", Map.of("settings", settings(""), "restart", site.awaitingRestart()));
  }

  private void showAudit(Exchange exchange) {
    AuditLog audit = site.store().auditLog();
    Paging paging = Paging.of(exchange, ENTRIES_ON_A_PAGE, audit.count());
    AdminPages.show(
        exchange,
        "audit",
        Map.of("paging", paging, "entries", audit.entries(paging.skipped(), paging.size())));
  }
}
