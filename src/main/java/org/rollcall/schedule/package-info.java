/**
 * When Rollcall works by itself: every night, after a missed night, and during the day if asked to.
 * Start with {@link org.rollcall.schedule.QuartzService}.
 *
 * <p>Only this package knows Quartz. It says <em>when</em>; that every recording is processed once
 * is the ledger's business. Work is done on Quartz's one thread, never twice at once.
 */
package org.rollcall.schedule;
