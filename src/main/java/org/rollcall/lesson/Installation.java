package org.rollcall.lesson;

import java.time.Clock;
import java.time.Duration;
import org.rollcall.config.Home;
import org.rollcall.config.Settings;
import org.rollcall.config.SettingsFile;
import org.rollcall.face.FaceEngine;
import org.rollcall.face.MxnetFaceEngine;
import org.rollcall.face.pack.PackLibrary;
import org.rollcall.store.HomeLock;
import org.rollcall.store.Ledger;
import org.rollcall.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An installation at work: settings read, locked against other programs, database open, networks
 * loaded. Use it from one thread, and close it.
 */
public final class Installation implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Installation.class);

  /** A recording whose process died so often is not tried again by itself. */
  private static final int ATTEMPTS = 2;

  private final HomeLock lock;
  private final Store store;
  private final FaceEngine engine;
  private final ClassEnrolment enrolment;
  private final LessonProcessor processor;
  private final FootageRun footageRun;

  private Installation(
      Home home, Settings settings, HomeLock lock, Store store, FaceEngine engine, Clock clock) {
    this.lock = lock;
    this.store = store;
    this.engine = engine;
    this.enrolment = new ClassEnrolment(home, settings, store, engine);
    this.processor = new LessonProcessor(home, settings, store, engine, clock);
    this.footageRun = new FootageRun(home, settings, processor, clock);
  }

  /**
   * Opens an installation for work that changes it.
   *
   * @param home the installation
   * @param command which command wants it, for the message to others
   * @param clock tells the time
   * @return the installation; the caller closes it
   * @throws org.rollcall.model.RollcallException if another program works on it, or settings,
   *     database or model packs are not in order
   */
  public static Installation open(Home home, String command, Clock clock) {
    return open(home, SettingsFile.read(home), command, clock);
  }

  /**
   * Opens an installation for work that changes it, with settings other than its own.
   *
   * @param home the installation
   * @param settings what holds in place of its file of settings
   * @param command which command wants it, for the message to others
   * @param clock tells the time
   * @return the installation; the caller closes it
   * @throws org.rollcall.model.RollcallException if another program works on it, or database or
   *     model packs are not in order
   */
  public static Installation open(Home home, Settings settings, String command, Clock clock) {
    HomeLock lock = HomeLock.acquire(home.lock(), command);
    Store store = null;
    try {
      store = HomeStore.open(home, settings);
      recover(store);
      forget(store, settings, clock);
      FaceEngine engine =
          MxnetFaceEngine.open(new PackLibrary(home.modelsFolder()), settings.face());
      return new Installation(home, settings, lock, store, engine, clock);
    } catch (RuntimeException e) {
      if (store != null) {
        store.close();
      }
      lock.close();
      throw e;
    }
  }

  private static void recover(Store store) {
    for (Ledger.Entry entry : store.ledger().recover(ATTEMPTS)) {
      LOG.warn("{}: {}", entry.file(), entry.reason());
    }
  }

  private static void forget(Store store, Settings settings, Clock clock) {
    Duration kept = Duration.ofDays(settings.unknown().keepDays());
    store.unknownPersons().forgetUnseenSince(clock.instant().minus(kept));
  }

  /** {@return what enrols classes} */
  public ClassEnrolment enrolment() {
    return enrolment;
  }

  /** {@return what processes recordings} */
  public LessonProcessor processor() {
    return processor;
  }

  /** {@return what processes all that waits} */
  public FootageRun footageRun() {
    return footageRun;
  }

  @Override
  public void close() {
    engine.close();
    store.close();
    lock.close();
  }
}
