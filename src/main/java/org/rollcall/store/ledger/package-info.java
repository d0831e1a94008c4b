/**
 * What is waiting, being worked on and done: {@link org.rollcall.store.ledger.Ledger} has the
 * recordings, {@link org.rollcall.store.ledger.Claims} grants each lesson to one process at a time,
 * {@link org.rollcall.store.ledger.Runs} records the nightly runs, and {@link
 * org.rollcall.store.ledger.Leases} let one process at a time do what concerns a whole class.
 */
package org.rollcall.store.ledger;
