/**
 * How commands write to a terminal: what a {@link org.rollcall.cli.console.Console} is, progress as
 * a bar or as lines, tables, and how times and counts are worded.
 *
 * <p>For {@code cli} only. Results go to standard output; errors, warnings and progress to standard
 * error.
 */
package org.rollcall.cli.console;
