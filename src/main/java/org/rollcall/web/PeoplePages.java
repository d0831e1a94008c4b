package org.rollcall.web;

import io.javalin.config.JavalinConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.rollcall.access.Authenticator;
import org.rollcall.config.Home;
import org.rollcall.config.Settings;
import org.rollcall.config.SettingsFile;
import org.rollcall.lesson.ClassBook;
import org.rollcall.lesson.Desk;
import org.rollcall.lesson.EnrolmentDesk;
import org.rollcall.lesson.RecordingDrop;
import org.rollcall.lesson.RegisterClerk;
import org.rollcall.lesson.UnknownDesk;
import org.rollcall.worker.PhotoChecks;
import org.rollcall.worker.PhotoWorker;
import org.rollcall.worker.Service;

/** The pages for people, and what they work with. */
final class PeoplePages implements AutoCloseable {
  /** Whoever corrects one mark of a class mostly corrects another one. */
  private static final Duration GATHERING = Duration.ofSeconds(3);

  private final Home home;
  private final Settings settings;
  private final Clock clock;
  private final Service service;
  private final OpenStore store;
  private final Pages pages = new Pages();
  private final Authenticator authenticator;
  private final Door door;
  private final RegisterClerk clerk;
  private final Uploads uploads;
  private final PhotoWorker photos;
  private final PhotoChecks checks;

  PeoplePages(Home home, Settings settings, Clock clock, Service service) {
    this.home = home;
    this.settings = settings;
    this.clock = clock;
    this.service = service;
    this.store = new OpenStore(home, settings);
    this.authenticator = new Authenticator(store, clock);
    this.door = new Door(authenticator, pages);
    this.clerk = new RegisterClerk(home, store, GATHERING);
    this.uploads = new Uploads(home.work().resolve("uploads"));
    this.photos = new PhotoWorker(home, () -> SettingsFile.read(home).work());
    this.checks = new PhotoChecks(photos);
  }

  OpenStore store() {
    return store;
  }

  Pages pages() {
    return pages;
  }

  Door door() {
    return door;
  }

  void configure(JavalinConfig config) {
    uploads.configure(config);
  }

  List<Routes> routes() {
    Supplier<Desk> desk = () -> new Desk(home, store.get(), clerk::changed);
    Supplier<ClassBook> book = () -> new ClassBook(home, store.get());
    Supplier<EnrolmentDesk> enrolment =
        () -> new EnrolmentDesk(home, store.get(), clock, settings.school().clockZone());
    Supplier<UnknownDesk> unknown = () -> new UnknownDesk(home, settings, store.get(), desk.get());
    Supplier<SheetMail> mail = () -> new SheetMail(settings, store.get(), clock);
    Trail trail = new Trail(store);
    Door admins = door.forAdmins();
    return List.of(
        new Protection(door, pages),
        new AssetRoutes(),
        new LoginRoutes(authenticator, door, pages),
        new ClassRoutes(desk, book, settings.warnings(), door, pages),
        new StudentRoutes(book, settings, door, pages),
        new ExportRoutes(book, door),
        new LessonRoutes(desk, unknown, mail, door, pages),
        new EnrolmentRoutes(enrolment, checks, uploads, trail, admins, pages),
        new GlanceRoutes(photos, admins),
        new RosterRoutes(enrolment, checks, uploads, trail, admins, pages),
        new MailRoutes(mail, trail, door),
        new UnknownRoutes(unknown, enrolment, checks, trail, door),
        new AttendanceRoutes(attendance(desk), door, pages));
  }

  private AttendanceRoutes.Parts attendance(Supplier<Desk> desk) {
    return new AttendanceRoutes.Parts(
        home,
        settings.school().clockZone(),
        clock,
        desk,
        new RecordingDrop(home, settings),
        service.jobs(),
        photos,
        uploads,
        new Trail(store));
  }

  @Override
  public void close() {
    checks.close();
    photos.close();
    clerk.close();
    store.close();
  }
}
