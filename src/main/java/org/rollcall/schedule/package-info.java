/**
 * When Rollcall works by itself: every night, after a missed night, and during the day if asked to.
 * Start with {@link org.rollcall.schedule.QuartzService}.
 *
 * <p>Only this package knows Quartz. It says <em>when</em>; that every recording is processed once
 * is the ledger's business. Quartz's threads only ring: they write down that a night begins, which
 * takes no time, and one thread works. So nothing of Quartz is held for hours, and a machine that
 * dies at work leaves nothing behind there.
 *
 * <p>With a shared database, the nights are kept there, in Quartz's own tables:
 *
 * <ul>
 *   <li>Of all nodes, one takes each night and writes down its run, by the time it was due. If it
 *       dies over that, another one does. The name of a run is used once, so that a night is begun
 *       once even if Quartz should fire twice.
 *   <li>All nodes work on the run: each looks for an open one every 30 seconds. The ledger shares
 *       the lessons out. A node stays with the run as long as others work on what they took, and
 *       takes over what a node leaves that dies.
 *   <li>Looks at an interval are every node's own.
 *   <li>Nodes whose settings differ follow the one that was started last, which logs a warning. A
 *       schedule that is as it should be is not touched when a node starts.
 *   <li>The clocks of the nodes must agree to the second or so.
 * </ul>
 */
package org.rollcall.schedule;
