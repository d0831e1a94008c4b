/**
 * Shared utilities for files, threads and the machine. They do not depend on the rest of Rollcall
 * or on any library; any package may use them.
 *
 * <p>All code that replaces a file or folder uses {@link org.rollcall.basics.AtomicFile}, {@link
 * org.rollcall.basics.FolderReplacement} or {@link org.rollcall.basics.AtomicMove}, so that after a
 * crash either the old or the new content is there, never a part.
 */
package org.rollcall.basics;
