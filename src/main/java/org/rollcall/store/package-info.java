/**
 * The database of an installation: an SQLite file on one machine, or a PostgreSQL database that
 * several machines share. Start with {@link org.rollcall.store.Store}, which opens it and hands out
 * its parts; each part is a package of its own:
 *
 * <ul>
 *   <li>{@code store.ledger}: recordings, the claims on lessons, runs, statistics
 *   <li>{@code store.register}: lessons, their marks and corrections, due class registers
 *   <li>{@code store.people}: enrolments and unknown persons
 *   <li>{@code store.account}: accounts, logins, the audit log
 *   <li>{@code store.mail}: the outbox, and which mails each account wants
 *   <li>{@code store.backup}: backup to a file, and restore into either kind of database
 *   <li>{@code store.db}: connections, transactions, the schema and its migrations, failures
 * </ul>
 *
 * <p>Each method of a part is one transaction. Any number of threads and processes may use a store:
 * readers never wait, writers take turns. Times are stored to the millisecond. All methods throw
 * {@link org.rollcall.store.db.StoreUnavailable} for failures that may pass by themselves (locked,
 * disk full, server down) and {@link org.rollcall.store.db.StoreUnusable} for those that do not
 * (damaged, not writable, login refused). Only these packages contain SQL.
 */
package org.rollcall.store;
