/**
 * The database of an installation: a file of SQLite on one machine, or a PostgreSQL database that
 * several machines share. Start with {@link org.rollcall.store.Store}, which opens it and hands out
 * its parts; each part is a room of its own:
 *
 * <ul>
 *   <li>{@code store.ledger}: recordings, the claims on lessons, runs, statistics
 *   <li>{@code store.register}: lessons, their marks and corrections, class registers
 *   <li>{@code store.people}: who is enrolled, and unknown persons
 *   <li>{@code store.account}: accounts, logins, the audit log
 *   <li>{@code store.mail}: the outbox, and who wants which mails
 *   <li>{@code store.backup}: all rows into a file and back, into either kind of database
 *   <li>{@code store.db}: connections, transactions, the schema and its migrations, failures
 * </ul>
 *
 * <p>Each method of a part is one transaction. Any number of threads and processes may use a store:
 * readers never wait, writers take turns. Times are kept to the millisecond. All methods throw
 * {@link org.rollcall.store.db.StoreUnavailable} for what can heal by itself (locked, disk full,
 * server away) and {@link org.rollcall.store.db.StoreUnusable} for what cannot (damaged, not
 * writable, login refused). Only these rooms know SQL.
 */
package org.rollcall.store;
