/**
 * The nightly run: when it is due and until when it takes lessons, its record, and the alarm if it
 * did not take place.
 *
 * <p>Start with {@link org.rollcall.night.NightService}, which starts the nightly runs, and {@link
 * org.rollcall.night.NightMonitor}, which detects when they did not take place. The two are
 * independent of each other, because a stalled scheduler cannot report itself.
 *
 * <p>A run is started exactly once, by being recorded in a {@link org.rollcall.night.RunRecord}.
 * Any service that finds an open run there works on it until nothing is left: on a single machine
 * the service that started it, after a crash the restarted service, and with a shared database
 * every node. The ledger decides which of them takes which lesson.
 *
 * <p>Used only by {@code schedule}, {@code worker}, {@code cli} and {@code web}.
 */
package org.rollcall.night;
