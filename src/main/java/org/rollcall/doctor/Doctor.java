package org.rollcall.doctor;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.model.RollcallException;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.settings.SettingsFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks an installation part by part; a failing check does not stop the others. */
public final class Doctor {
  private static final Logger LOG = LoggerFactory.getLogger(Doctor.class);

  private final Map<String, Check> checks = new LinkedHashMap<>();
  private final List<Finding> before = new ArrayList<>();

  /**
   * Sets up the checks of files, folders, database, sheets, model packs, machine, clock, web port,
   * privacy and encryption, and reads the settings.
   *
   * @param home the installation
   * @param environment the environment variables, for passwords
   * @param clock tells the time
   */
  public Doctor(Home home, Map<String, String> environment, Clock clock) {
    Settings settings = settings(home);
    checks.put("files", new FilesCheck(home));
    checks.put("folders", new FoldersCheck(home, settings.alarm()));
    checks.put("database", new DatabaseCheck(home, settings));
    checks.put("sheets", new SheetsCheck(home, settings));
    checks.put("model packs", new PacksCheck(home, settings.face()));
    checks.put("machine", new MachineCheck(settings.work()));
    checks.put("clock", new ClockCheck(home, settings.school(), clock));
    checks.put("page", new PortCheck(settings.web()));
    checks.put("privacy", new PrivacyCheck(home, settings));
    checks.put("encryption", new CertificateCheck(home, settings.web(), environment, clock));
  }

  private Settings settings(Home home) {
    try {
      Settings settings = SettingsFile.read(home);
      before.add(Finding.ok("settings", home.relative(home.settingsFile()) + " can be used"));
      return settings;
    } catch (RollcallException e) {
      before.add(
          Finding.bad(
              "settings", e.getMessage(), "Correct them; the checks below use the defaults."));
      return Settings.DEFAULT;
    }
  }

  /**
   * Adds a check.
   *
   * @param part what it checks, in a word or two
   * @param check the check
   * @return this
   */
  public Doctor with(String part, Check check) {
    checks.put(part, check);
    return this;
  }

  /** {@return the findings of all checks, in their order} */
  public List<Finding> examine() {
    List<Finding> findings = new ArrayList<>(before);
    checks.forEach((part, check) -> findings.addAll(run(part, check)));
    return findings;
  }

  /** Runs a check; its failure becomes a bad finding. */
  private static List<Finding> run(String part, Check check) {
    try {
      return check.run();
    } catch (RollcallException e) {
      return List.of(Finding.bad(part, e.getMessage(), "Do what this message says."));
    } catch (RuntimeException e) {
      LOG.error("The check of {} failed", part, e);
      return List.of(
          Finding.bad(part, "could not be checked: " + e, "See output/logs/rollcall.log."));
    }
  }
}
