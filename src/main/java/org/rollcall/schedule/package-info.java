/**
 * The scheduler: starts runs every night, after a missed night, and during the day if asked to.
 * Start with {@link org.rollcall.schedule.QuartzService}.
 *
 * <p>Only this package uses Quartz. It decides <em>when</em>; the ledger sees to it that every
 * recording is processed once. Quartz's threads only record that a night starts, which takes no
 * time, and signal the one thread that works. So no resource of Quartz is held for hours, and a
 * machine that crashes at work leaves nothing behind in its tables.
 *
 * <p>With a shared database, the nights are kept there, in Quartz's own tables:
 *
 * <ul>
 *   <li>One of the nodes takes each night and records its run under the time at which it was due.
 *       If that node crashes meanwhile, another one does. The name of a run is used once, so that a
 *       night is started once even if Quartz should fire twice.
 *   <li>All nodes work on the run: each checks for an open one every 30 seconds. The ledger shares
 *       out the lessons. A node stays with the run as long as others work on what they took, and
 *       takes over the lessons of a node that crashes.
 *   <li>Each node makes its own passes at intervals.
 *   <li>Nodes whose settings differ follow the one that was started last, which logs a warning. A
 *       schedule that is already right is not touched when a node starts.
 *   <li>The clocks of the nodes must agree to within about a second.
 * </ul>
 */
package org.rollcall.schedule;
