package org.rollcall.web.admin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.rollcall.desk.InstallationStatus;
import org.rollcall.doctor.Doctor;
import org.rollcall.doctor.Finding;
import org.rollcall.settings.SettingsFile;
import org.rollcall.web.kit.CachedProbe;
import org.rollcall.web.kit.CachedProbe.Reading;
import org.rollcall.web.kit.Site;

/** Slow measurements for the pages for admins, each in a thread of its own. */
final class AdminProbes implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(4);

  /** Whoever has just mended something looks again. */
  private static final Duration FRESH = Duration.ofMinutes(1);

  /** The port of the pages is used by this very service; the front page tells of the sheets. */
  private static final Set<String> LEFT_OUT = Set.of("page", "sheets");

  private final Site site;
  private final CachedProbe<InstallationStatus.Folder> folder;
  private final CachedProbe<StorageUse> storage;
  private final CachedProbe<PackList> packs;
  private final CachedProbe<List<Finding>> findings;

  AdminProbes(Site site) {
    this.site = site;
    this.folder = probe(this::measureFolder, Duration.ofSeconds(30));
    this.storage = probe(this::measureStorage, Duration.ofMinutes(10));
    this.packs = probe(this::verifyPacks, FRESH);
    this.findings = probe(this::examine, FRESH);
  }

  private <T> CachedProbe<T> probe(Supplier<T> probe, Duration lifetime) {
    return new CachedProbe<>(probe, site.clock(), lifetime, TIMEOUT);
  }

  private InstallationStatus.Folder measureFolder() {
    return InstallationStatus.folder(
        site.home(), SettingsFile.read(site.home()), site.store(), site.clock());
  }

  private StorageUse measureStorage() {
    return StorageUse.of(site.home(), SettingsFile.read(site.home()));
  }

  private PackList verifyPacks() {
    return PackList.of(site.home(), SettingsFile.read(site.home()));
  }

  private List<Finding> examine() {
    return new Doctor(site.home(), System.getenv(), site.clock())
        .examine().stream().filter(finding -> !LEFT_OUT.contains(finding.thing())).toList();
  }

  /** {@return what lies in the watched folder; empty until that is known} */
  Optional<InstallationStatus.Folder> folder() {
    return folder.get();
  }

  /** {@return what takes how much room; empty until that is counted} */
  Optional<StorageUse> storage() {
    return storage.get();
  }

  /** {@return the model packs; empty until they are verified} */
  Optional<PackList> packs() {
    return packs.getOrLast().map(Reading::value);
  }

  /** {@return what the checks of the installation found; empty until they are done} */
  Optional<Reading<List<Finding>>> findings() {
    return findings.getOrLast();
  }

  /** Lets everything be checked again. */
  void refresh() {
    folder.refresh();
    storage.refresh();
    packs.refresh();
    findings.refresh();
  }

  @Override
  public void close() {
    folder.close();
    storage.close();
    packs.close();
    findings.close();
  }
}
