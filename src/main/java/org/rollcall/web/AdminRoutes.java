package org.rollcall.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.access.Principal;
import org.rollcall.config.ExplainedSetting;
import org.rollcall.config.Holidays;
import org.rollcall.config.SettingsFile;
import org.rollcall.doctor.Finding;
import org.rollcall.doctor.Finding.Grade;
import org.rollcall.model.RollcallException;

/** The admin's pages that only show something. */
final class AdminRoutes implements Routes {
  private static final int RUNS = 30;
  private static final int AUDIT_LINES = 100;

  private final Admin admin;
  private final Door door;
  private final AdminLooks looks;
  private final FreshLook<Condition> condition;

  AdminRoutes(Admin admin, Door door, AdminLooks looks, FreshLook<Condition> condition) {
    this.admin = admin;
    this.door = door;
    this.looks = looks;
    this.condition = condition;
  }

  @Override
  public void addTo(RoutesConfig server) {
    door.get(server, Admin.ROOT, this::showFront);
    door.get(server, Admin.ROOT + "/schedule", this::showSchedule);
    door.get(server, Admin.ROOT + "/storage", this::showStorage);
    door.get(server, Admin.ROOT + "/packs", this::showPacks);
    door.get(server, Admin.ROOT + "/settings", this::showSettings);
    door.get(server, Admin.ROOT + "/audit", this::showAudit);
  }

  private void showFront(Context context, Principal visitor) {
    Optional<List<Finding>> findings = looks.findings();
    List<Finding> notable =
        findings.stream()
            .flatMap(List::stream)
            .filter(finding -> finding.grade() != Grade.OK)
            .toList();
    admin.show(
        context,
        visitor,
        "front",
        Map.of(
            "condition",
            condition.get(),
            "findings",
            notable,
            "examined",
            findings.isPresent(),
            "due",
            due(),
            "live",
            Live.of(admin.service().jobs())));
  }

  /** Of settings that are not in order, an alarm tells. */
  private Optional<Instant> due() {
    try {
      return admin.service().nextDue().get();
    } catch (RollcallException e) {
      return Optional.empty();
    }
  }

  private void showSchedule(Context context, Principal visitor) {
    LocalDate today = admin.clock().instant().atZone(admin.zone()).toLocalDate();
    admin.show(
        context,
        visitor,
        "schedule",
        Map.of(
            "due",
            due(),
            "runs",
            admin.store().get().runs().latest(RUNS),
            "alarms",
            admin.service().alarms().get(),
            "holidays",
            Holidays.read(admin.home()).ahead(today),
            "schedule",
            settings("schedule.")));
  }

  private List<ExplainedSetting> settings(String prefix) {
    return SettingsFile.explain(admin.home(), System.getenv()).stream()
        .filter(setting -> setting.key().startsWith(prefix))
        .toList();
  }

  private void showStorage(Context context, Principal visitor) {
    admin.show(context, visitor, "storage", Map.of("storage", looks.storage()));
  }

  private void showPacks(Context context, Principal visitor) {
    admin.show(context, visitor, "packs", Map.of("packs", looks.packs()));
  }

  private void showSettings(Context context, Principal visitor) {
    admin.show(context, visitor, "settings", Map.of("settings", settings("")));
  }

  private void showAudit(Context context, Principal visitor) {
    var audit = admin.store().get().audit();
    LongList paging = LongList.of(context, AUDIT_LINES, audit.count());
    admin.show(
        context,
        visitor,
        "audit",
        Map.of("paging", paging, "entries", audit.entries(paging.skipped(), AUDIT_LINES)));
  }
}
