/**
 * Runs over what waits: finds recordings, takes lessons one after the other, as many at a time as
 * the settings say, and files recordings away. Start with {@link org.rollcall.run.FootageRun}.
 *
 * <p>Any number of processes on any number of machines may run at once: the ledger grants each
 * lesson to one of them. The work itself is done by {@link org.rollcall.run.Workers}: in this
 * process ({@link org.rollcall.run.Workbench}), or in child processes ({@code worker}).
 */
package org.rollcall.run;
