/**
 * The database: which recordings were processed, who is enrolled, what each lesson found out and
 * what teachers wrote over it. The only package that knows SQL, JDBI, Flyway and SQLite.
 *
 * <p>Start at {@link org.rollcall.store.Store}, which opens the file and hands out its five rooms:
 * {@link org.rollcall.store.Ledger}, {@link org.rollcall.store.Gallery}, {@link
 * org.rollcall.store.Lessons}, {@link org.rollcall.store.UnknownPersons} and {@link
 * org.rollcall.store.Runs}. Each of their methods is one transaction. {@link
 * org.rollcall.store.HomeLock} keeps a second program from working on the same home.
 *
 * <p>A store and its rooms may be used by several threads, and by several processes at a time:
 * readers never wait, writers take turns. Times are kept to the millisecond. All methods throw
 * {@link org.rollcall.store.StoreUnavailable} for what can heal by itself (locked, disc full) and
 * {@link org.rollcall.store.StoreUnusable} for what cannot (damaged, not writable).
 */
package org.rollcall.store;
