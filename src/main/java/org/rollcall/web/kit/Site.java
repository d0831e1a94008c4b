package org.rollcall.web.kit;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.rollcall.access.Authenticator;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.settings.SettingsFile;
import org.rollcall.store.Store;
import org.rollcall.worker.PhotoChecks;
import org.rollcall.worker.PhotoWorker;
import org.rollcall.worker.Service;

/**
 * What the pages of all areas work with, and what is the same for all of them: login, headers,
 * failures, styles and scripts.
 *
 * <p>For any number of threads.
 */
public final class Site implements AutoCloseable {
  private final Home home;
  private final SettingsInForce settings;
  private final Clock clock;
  private final Service service;
  private final OpenStore store;
  private final Authenticator authenticator;
  private final AuditTrail audit;
  private final Pages pages;
  private final Uploads uploads;
  private final Lanes lanes = new Lanes();
  private final OwnSite ownSite;
  private final KnownPages knownPages = new KnownPages();
  private final SentForms sentForms;
  private final PhotoWorker photos;
  private final PhotoChecks photoChecks;

  /**
   * Makes a site, which the caller closes. The store is opened by the first page that needs it.
   *
   * @param home the installation
   * @param settings its settings, as they were when the service started
   * @param clock tells the time
   * @param service the running service; stays the caller's
   */
  public Site(Home home, Settings settings, Clock clock, Service service) {
    this.home = home;
    this.settings = new SettingsInForce(home, System.getenv(), settings);
    this.clock = clock;
    this.service = service;
    this.store = new OpenStore(home, settings);
    this.authenticator = new Authenticator(store, clock);
    this.audit = new AuditTrail(store, clock);
    this.pages = new Pages(zone());
    this.uploads = new Uploads(home);
    this.ownSite = new OwnSite(settings.web());
    this.sentForms = new SentForms(clock);
    this.photos = new PhotoWorker(home, () -> SettingsFile.read(home).work(), store);
    this.photoChecks = new PhotoChecks(photos);
  }

  /**
   * Serves the areas.
   *
   * @param config takes their addresses
   * @param areas all areas
   */
  public void serve(JavalinConfig config, List<? extends Area> areas) {
    Router router = new Router(config.routes, this);
    new Protection(this).addTo(config.routes);
    new AssetRoutes().addTo(router);
    new LoginRoutes(authenticator, knownPages).addTo(router);
    areas.forEach(area -> area.addTo(router));
    config.events.serverStopping(() -> areas.forEach(Area::endReplies));
  }

  Exchange exchange(Context context) {
    return LoginCookie.token(context)
        .flatMap(authenticator::principal)
        .map(principal -> new Exchange(context, principal, pages))
        .orElseGet(() -> anonymous(context));
  }

  /** {@return an exchange that does not ask who the user is} */
  Exchange anonymous(Context context) {
    return new Exchange(context, pages);
  }

  /** {@return the installation} */
  public Home home() {
    return home;
  }

  /** {@return the settings, as they are in the file now; for the zone, see {@link #zone}} */
  public Settings settings() {
    return settings.now();
  }

  /** {@return the settings, as they were when the service started} */
  Settings startSettings() {
    return settings.start();
  }

  /** {@return the settings and files that have changed but take effect after a restart only} */
  public List<String> awaitingRestart() {
    return settings.awaitingRestart();
  }

  /** {@return what tells the time} */
  public Clock clock() {
    return clock;
  }

  /** {@return the school's time zone} */
  public ZoneId zone() {
    return settings.start().school().clockZone();
  }

  /**
   * The store.
   *
   * @return the open store, which stays the site's
   * @throws org.rollcall.model.RollcallException if it cannot be opened; the next call tries again
   */
  public Store store() {
    return store.get();
  }

  /** {@return the running service} */
  public Service service() {
    return service;
  }

  /** {@return the record of what users do} */
  public AuditTrail audit() {
    return audit;
  }

  /** {@return what takes the files of forms} */
  public Uploads uploads() {
    return uploads;
  }

  /** {@return the threads that handle requests} */
  public Lanes lanes() {
    return lanes;
  }

  OwnSite ownSite() {
    return ownSite;
  }

  SentForms sentForms() {
    return sentForms;
  }

  KnownPages knownPages() {
    return knownPages;
  }

  /** {@return what checks photos in a process of its own} */
  public PhotoWorker photos() {
    return photos;
  }

  /** {@return the checks of enrolment photos} */
  public PhotoChecks photoChecks() {
    return photoChecks;
  }

  /**
   * Renders a part of a page.
   *
   * @param template path of the template, without suffix
   * @param content what it needs, by name
   * @return the HTML
   */
  public String fragment(String template, Map<String, Object> content) {
    return pages.render(template, content);
  }

  @Override
  public void close() {
    lanes.close();
    uploads.close();
    photoChecks.close();
    photos.close();
    store.close();
  }
}
