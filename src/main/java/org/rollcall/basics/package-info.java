/**
 * What every package needs of files, threads and the machine, said once. It knows nothing of
 * Rollcall and nothing but Java; any package may use it.
 *
 * <p>Whatever replaces a file or a folder does so by {@link org.rollcall.basics.AtomicFile}, {@link
 * org.rollcall.basics.FolderReplacement} or {@link org.rollcall.basics.AtomicMove}, so that after
 * any crash the old content is there or the new, and never a part.
 */
package org.rollcall.basics;
