/**
 * The database: which recordings were processed, who is enrolled, what each lesson found out and
 * what teachers wrote over it. It is a file of SQLite for one machine, or a PostgreSQL database
 * that several machines share. The only package that knows SQL, JDBI, Flyway, HikariCP, SQLite and
 * PostgreSQL.
 *
 * <p>Start at {@link org.rollcall.store.Store}, which opens the database and hands out its four
 * rooms: {@link org.rollcall.store.Ledger}, {@link org.rollcall.store.Gallery}, {@link
 * org.rollcall.store.Lessons} and {@link org.rollcall.store.UnknownPersons}. Each of their methods
 * is one transaction. {@link org.rollcall.store.HomeLock} keeps a second program from working on
 * the same home. {@link org.rollcall.store.Backup} takes all rows out into a file, {@link
 * org.rollcall.store.Restore} brings them back, into either kind of database.
 *
 * <p>A store and its rooms may be used by several threads, and by several processes at a time:
 * readers never wait, writers take turns. Times are kept to the millisecond. All methods throw
 * {@link org.rollcall.store.StoreUnavailable} for what can heal by itself (locked, disc full,
 * server away) and {@link org.rollcall.store.StoreUnusable} for what cannot (damaged, not writable,
 * login refused).
 */
package org.rollcall.store;
