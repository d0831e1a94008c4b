/**
 * The database: which recordings were processed, who is enrolled, what each lesson found out and
 * what teachers wrote over it. It is a file of SQLite for one machine, or a PostgreSQL database
 * that several machines share. The only package that knows SQL, JDBI, Flyway, HikariCP, SQLite and
 * PostgreSQL.
 *
 * <p>Start at {@link org.rollcall.store.Store}, which opens it and hands out its rooms: {@link
 * org.rollcall.store.Ledger} has the recordings, {@link org.rollcall.store.Claims} the work on
 * lessons, {@link org.rollcall.store.Gallery} who is enrolled, {@link org.rollcall.store.Lessons}
 * the marks, {@link org.rollcall.store.UnknownPersons} who is nobody, {@link
 * org.rollcall.store.Runs} the nights, {@link org.rollcall.store.Statistics} numbers about all of
 * it. Each of their methods is one transaction. {@link org.rollcall.store.Leases} let one process
 * at a time do what concerns a whole class. {@link org.rollcall.store.Backup} takes all rows out
 * into a file, {@link org.rollcall.store.Restore} brings them back, into either kind of database.
 *
 * <p>A store and its rooms may be used by several threads, and by several processes at a time:
 * readers never wait, writers take turns. Times are kept to the millisecond. All methods throw
 * {@link org.rollcall.store.StoreUnavailable} for what can heal by itself (locked, disc full,
 * server away) and {@link org.rollcall.store.StoreUnusable} for what cannot (damaged, not writable,
 * login refused).
 */
package org.rollcall.store;
