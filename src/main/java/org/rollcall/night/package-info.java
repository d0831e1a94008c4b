/**
 * What a night is: when it is due and how long lessons are taken, the record of its run, and the
 * alarm if it did not happen.
 *
 * <p>Start at {@link org.rollcall.night.NightService}, which makes the nights happen, and at {@link
 * org.rollcall.night.NightMonitor}, which tells when they did not. The two know nothing of each
 * other: a schedule that stands still cannot tell of itself.
 *
 * <p>A run is begun once, by being written down in a {@link org.rollcall.night.RunRecord}. Whoever
 * finds an open run there works on it until nothing is left: on one machine the service that began
 * it, after a crash the service that was started anew, and with a shared database every node. Which
 * of them takes which lesson is the ledger's business.
 *
 * <p>Used by {@code worker} and the doors alone.
 */
package org.rollcall.night;
