/**
 * Runs over the watched folder: they find recordings, process the lessons in them, as many at a
 * time as the settings allow, and file the recordings away. Start with {@link
 * org.rollcall.run.FootageRun}.
 *
 * <p>Any number of processes on any number of machines may run at once: the ledger grants each
 * lesson to one of them. The work itself is done by {@link org.rollcall.run.Workers}: in this
 * process ({@link org.rollcall.run.Workbench}), or in child processes ({@code worker}).
 */
package org.rollcall.run;
