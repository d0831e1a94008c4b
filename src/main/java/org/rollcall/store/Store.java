package org.rollcall.store;

import java.nio.file.Path;
import java.time.Clock;
import org.rollcall.store.account.Accounts;
import org.rollcall.store.account.AuditLog;
import org.rollcall.store.account.Logins;
import org.rollcall.store.account.TrustedDevices;
import org.rollcall.store.db.Database;
import org.rollcall.store.db.StoreAddress;
import org.rollcall.store.db.StoreUnavailable;
import org.rollcall.store.db.StoreUnusable;
import org.rollcall.store.ledger.Assignments;
import org.rollcall.store.ledger.Claims;
import org.rollcall.store.ledger.KnownFiles;
import org.rollcall.store.ledger.Leases;
import org.rollcall.store.ledger.Ledger;
import org.rollcall.store.ledger.PendingSheets;
import org.rollcall.store.ledger.Places;
import org.rollcall.store.ledger.Runs;
import org.rollcall.store.ledger.Statistics;
import org.rollcall.store.ledger.WorkQueue;
import org.rollcall.store.mail.MailPreferences;
import org.rollcall.store.mail.Outbox;
import org.rollcall.store.people.DeadlyPhotos;
import org.rollcall.store.people.EnrolmentStore;
import org.rollcall.store.people.UnknownFaceDecisions;
import org.rollcall.store.people.UnknownPersons;
import org.rollcall.store.register.DueClassRegisters;
import org.rollcall.store.register.Lessons;
import org.rollcall.store.register.Marks;
import org.rollcall.store.register.NewResults;
import org.rollcall.store.register.SheetProblems;
import org.rollcall.store.register.SheetStates;
import org.rollcall.store.register.WithheldPictures;

/** The open database of an installation; hands out its parts. */
public final class Store implements AutoCloseable {
  private final Database database;
  private final Ledger ledger;
  private final Places places;
  private final Assignments assignments;
  private final Claims claims;
  private final WorkQueue workQueue;
  private final KnownFiles knownFiles;
  private final Leases leases;
  private final PendingSheets pendingSheets;
  private final DueClassRegisters dueClassRegisters;
  private final EnrolmentStore enrolments;
  private final DeadlyPhotos deadlyPhotos;
  private final Lessons lessons;
  private final SheetStates sheetStates;
  private final SheetProblems sheetProblems;
  private final Marks marks;
  private final UnknownPersons unknownPersons;
  private final UnknownFaceDecisions unknownFaceDecisions;
  private final Runs runs;
  private final Statistics statistics;
  private final Accounts accounts;
  private final Logins logins;
  private final TrustedDevices devices;
  private final Outbox outbox;
  private final MailPreferences mailPreferences;
  private final NewResults newResults;
  private final WithheldPictures withheldPictures;
  private final AuditLog auditLog;

  private Store(Database database, Clock clock) {
    this.database = database;
    this.ledger = new Ledger(database, clock);
    this.places = new Places(database);
    this.assignments = new Assignments(database);
    this.claims = new Claims(database, clock);
    this.workQueue = new WorkQueue(database, clock);
    this.knownFiles = new KnownFiles(database);
    this.leases = new Leases(database, clock);
    this.pendingSheets = new PendingSheets(database, clock);
    this.dueClassRegisters = new DueClassRegisters(database, clock);
    this.enrolments = new EnrolmentStore(database);
    this.deadlyPhotos = new DeadlyPhotos(database, clock);
    this.lessons = new Lessons(database, clock);
    this.sheetStates = new SheetStates(database, clock);
    this.sheetProblems = new SheetProblems(database);
    this.marks = new Marks(database);
    this.unknownPersons = new UnknownPersons(database, clock);
    this.unknownFaceDecisions = new UnknownFaceDecisions(database, clock);
    this.runs = new Runs(database);
    this.statistics = new Statistics(database, clock);
    this.accounts = new Accounts(database, clock);
    this.logins = new Logins(database, clock);
    this.devices = new TrustedDevices(database, clock);
    this.outbox = new Outbox(database, clock);
    this.mailPreferences = new MailPreferences(database, clock);
    this.newResults = new NewResults(database);
    this.withheldPictures = new WithheldPictures(database);
    this.auditLog = new AuditLog(database, clock);
  }

  /**
   * Opens a database and creates its tables or brings them up to date.
   *
   * @param address where it is; a file and its folder are created if missing, but on a server the
   *     database must exist
   * @return the open store; the caller closes it
   * @throws StoreUnusable if the folder cannot be created or written to, the server refuses the
   *     login, or it is not a database of this or an earlier version
   * @throws StoreUnavailable if another program keeps it locked, the disk is full, or the server
   *     does not answer
   */
  public static Store open(StoreAddress address) {
    return open(address, Clock.systemUTC());
  }

  /**
   * Opens an SQLite database file.
   *
   * @param file the file; it and its folder are created if missing
   * @return the open store; the caller closes it
   * @throws StoreUnusable if the folder cannot be created or written to, or the file is not a
   *     database of this or an earlier version
   * @throws StoreUnavailable if another program keeps the file locked, or the disk is full
   */
  public static Store open(Path file) {
    return open(new StoreAddress.SqliteFile(file));
  }

  static Store open(Path file, Clock clock) {
    return open(new StoreAddress.SqliteFile(file), clock);
  }

  /**
   * Opens a database with a given clock.
   *
   * @param address where it is
   * @param clock source of the current time
   * @return the open store; the caller closes it
   * @throws StoreUnusable if the database cannot be used until a person acts
   * @throws StoreUnavailable if the database cannot be used at the moment
   */
  public static Store open(StoreAddress address, Clock clock) {
    return new Store(Database.open(address), clock);
  }

  /** {@return the recordings and their states} */
  public Ledger ledger() {
    return ledger;
  }

  /** {@return where the content of recordings lies} */
  public Places places() {
    return places;
  }

  /** {@return the lessons that people have told of recordings} */
  public Assignments assignments() {
    return assignments;
  }

  /** {@return the claims on lessons} */
  public Claims claims() {
    return claims;
  }

  /** {@return which lessons wait, are in progress or are done} */
  public WorkQueue workQueue() {
    return workQueue;
  }

  /** {@return the hashes of known files} */
  public KnownFiles knownFiles() {
    return knownFiles;
  }

  /** {@return the leases for work that only one process at a time may do} */
  public Leases leases() {
    return leases;
  }

  /** {@return the sheets that still have to be written} */
  public PendingSheets pendingSheets() {
    return pendingSheets;
  }

  /** {@return the class registers that have to be written} */
  public DueClassRegisters dueClassRegisters() {
    return dueClassRegisters;
  }

  /** {@return the enrolments of the classes} */
  public EnrolmentStore enrolments() {
    return enrolments;
  }

  /** {@return the photos that a process was reading when it died} */
  public DeadlyPhotos deadlyPhotos() {
    return deadlyPhotos;
  }

  /** {@return the registers of the lessons, and the teachers' corrections} */
  public Lessons lessons() {
    return lessons;
  }

  /** {@return what the sheets of lessons showed when they were last read or written} */
  public SheetStates sheetStates() {
    return sheetStates;
  }

  /** {@return what people typed into sheets and could not be taken} */
  public SheetProblems sheetProblems() {
    return sheetProblems;
  }

  /** {@return marks across lessons} */
  public Marks marks() {
    return marks;
  }

  /** {@return the unknown persons of the classes} */
  public UnknownPersons unknownPersons() {
    return unknownPersons;
  }

  /** {@return what users decided about unknown faces} */
  public UnknownFaceDecisions unknownFaceDecisions() {
    return unknownFaceDecisions;
  }

  /** {@return when runs started and ended} */
  public Runs runs() {
    return runs;
  }

  /** {@return figures for all lessons together} */
  public Statistics statistics() {
    return statistics;
  }

  /** {@return the user accounts} */
  public Accounts accounts() {
    return accounts;
  }

  /** {@return the current logins} */
  public Logins logins() {
    return logins;
  }

  /** {@return the browsers in which users have logged in} */
  public TrustedDevices devices() {
    return devices;
  }

  /** {@return the outbox: mails to send and mails sent} */
  public Outbox outbox() {
    return outbox;
  }

  /** {@return which mails each account wants} */
  public MailPreferences mailPreferences() {
    return mailPreferences;
  }

  /** {@return deletes pictures that may show students who refused consent} */
  public WithheldPictures withheldPictures() {
    return withheldPictures;
  }

  /** {@return new results in the registers} */
  public NewResults newResults() {
    return newResults;
  }

  /** {@return the audit log} */
  public AuditLog auditLog() {
    return auditLog;
  }

  /**
   * Closes the database. Skipping this loses no data, but may leave the file with its {@code -wal}
   * and {@code -shm} files beside it.
   */
  @Override
  public void close() {
    database.close();
  }
}
