package org.rollcall.store;

import java.nio.file.Path;
import java.time.Clock;
import org.rollcall.store.account.Accounts;
import org.rollcall.store.account.AuditLog;
import org.rollcall.store.account.Logins;
import org.rollcall.store.db.Database;
import org.rollcall.store.db.StoreAddress;
import org.rollcall.store.db.StoreUnavailable;
import org.rollcall.store.db.StoreUnusable;
import org.rollcall.store.ledger.Claims;
import org.rollcall.store.ledger.KnownFiles;
import org.rollcall.store.ledger.Leases;
import org.rollcall.store.ledger.Ledger;
import org.rollcall.store.ledger.PendingSheets;
import org.rollcall.store.ledger.Runs;
import org.rollcall.store.ledger.Statistics;
import org.rollcall.store.mail.MailPreferences;
import org.rollcall.store.mail.Outbox;
import org.rollcall.store.people.EnrolmentStore;
import org.rollcall.store.people.UnknownFaceDecisions;
import org.rollcall.store.people.UnknownPersons;
import org.rollcall.store.register.DueClassRegisters;
import org.rollcall.store.register.Lessons;
import org.rollcall.store.register.Marks;
import org.rollcall.store.register.NewResults;

/** The database of an installation, open. */
public final class Store implements AutoCloseable {
  private final Database database;
  private final Ledger ledger;
  private final Claims claims;
  private final KnownFiles knownFiles;
  private final Leases leases;
  private final PendingSheets pendingSheets;
  private final DueClassRegisters dueRegisters;
  private final EnrolmentStore gallery;
  private final Lessons lessons;
  private final Marks marks;
  private final UnknownPersons unknownPersons;
  private final UnknownFaceDecisions unknownWords;
  private final Runs runs;
  private final Statistics statistics;
  private final Accounts accounts;
  private final Logins logins;
  private final Outbox outbox;
  private final MailPreferences mailWishes;
  private final NewResults news;
  private final AuditLog audit;

  private Store(Database database, Clock clock) {
    this.database = database;
    this.ledger = new Ledger(database, clock);
    this.claims = new Claims(database, clock);
    this.knownFiles = new KnownFiles(database);
    this.leases = new Leases(database, clock);
    this.pendingSheets = new PendingSheets(database, clock);
    this.dueRegisters = new DueClassRegisters(database, clock);
    this.gallery = new EnrolmentStore(database);
    this.lessons = new Lessons(database, clock);
    this.marks = new Marks(database);
    this.unknownPersons = new UnknownPersons(database, clock);
    this.unknownWords = new UnknownFaceDecisions(database, clock);
    this.runs = new Runs(database);
    this.statistics = new Statistics(database, clock);
    this.accounts = new Accounts(database, clock);
    this.logins = new Logins(database, clock);
    this.outbox = new Outbox(database, clock);
    this.mailWishes = new MailPreferences(database, clock);
    this.news = new NewResults(database);
    this.audit = new AuditLog(database, clock);
  }

  /**
   * Opens a database; makes its tables, or brings them up to date, where necessary.
   *
   * @param address where it is; a file need not exist yet, nor its folder, but a server must have
   *     the database
   * @return the open store; the caller closes it
   * @throws StoreUnusable if the folder cannot be made or written to, the server refuses the login,
   *     or it is no database of this or an earlier version
   * @throws StoreUnavailable if another program keeps it locked, the disc is full, or the server
   *     does not answer
   */
  public static Store open(StoreAddress address) {
    return open(address, Clock.systemUTC());
  }

  /**
   * Opens the database in a file.
   *
   * @param file the file, which need not exist yet, nor its folder
   * @return the open store; the caller closes it
   * @throws StoreUnusable if the folder cannot be made or written to, or the file is no database of
   *     this or an earlier version
   * @throws StoreUnavailable if another program keeps the file locked, or the disc is full
   */
  public static Store open(Path file) {
    return open(new StoreAddress.SqliteFile(file));
  }

  static Store open(Path file, Clock clock) {
    return open(new StoreAddress.SqliteFile(file), clock);
  }

  /**
   * Opens a database that goes by a certain clock.
   *
   * @param address where it is
   * @param clock tells the time
   * @return the open store; the caller closes it
   * @throws StoreUnusable if it cannot be used
   * @throws StoreUnavailable if it cannot be used now
   */
  public static Store open(StoreAddress address, Clock clock) {
    return new Store(Database.open(address), clock);
  }

  /** {@return which recordings there are and where they stand} */
  public Ledger ledger() {
    return ledger;
  }

  /** {@return who works on which lesson} */
  public Claims claims() {
    return claims;
  }

  /** {@return hashes of files} */
  public KnownFiles knownFiles() {
    return knownFiles;
  }

  /** {@return what one process at a time may do} */
  public Leases leases() {
    return leases;
  }

  /** {@return sheets that could not be written} */
  public PendingSheets pendingSheets() {
    return pendingSheets;
  }

  /** {@return class registers that have to be written} */
  public DueClassRegisters dueRegisters() {
    return dueRegisters;
  }

  /** {@return who is enrolled} */
  public EnrolmentStore gallery() {
    return gallery;
  }

  /** {@return what the lessons found out, and the teachers' corrections} */
  public Lessons lessons() {
    return lessons;
  }

  /** {@return marks over many lessons} */
  public Marks marks() {
    return marks;
  }

  /** {@return who is nobody in the classes} */
  public UnknownPersons unknownPersons() {
    return unknownPersons;
  }

  /** {@return what people said of unknown faces} */
  public UnknownFaceDecisions unknownWords() {
    return unknownWords;
  }

  /** {@return when runs began and ended} */
  public Runs runs() {
    return runs;
  }

  /** {@return numbers about all lessons together} */
  public Statistics statistics() {
    return statistics;
  }

  /** {@return who may log in to the page} */
  public Accounts accounts() {
    return accounts;
  }

  /** {@return who is logged in to the page} */
  public Logins logins() {
    return logins;
  }

  /** {@return mails to be sent, and those that were} */
  public Outbox outbox() {
    return outbox;
  }

  /** {@return who wants which mails} */
  public MailPreferences mailWishes() {
    return mailWishes;
  }

  /** {@return what is new in the registers} */
  public NewResults news() {
    return news;
  }

  /** {@return who did what when} */
  public AuditLog audit() {
    return audit;
  }

  /** Closes the database. Nothing is lost without it, but the file may be left in three parts. */
  @Override
  public void close() {
    database.close();
  }
}
