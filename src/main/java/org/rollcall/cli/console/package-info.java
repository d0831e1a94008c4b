/**
 * Console output of the commands: the {@link org.rollcall.cli.console.Console} itself, progress as
 * a bar or as lines, tables, and the wording of times and counts.
 *
 * <p>For {@code cli} only. Results go to standard output; errors, warnings and progress to standard
 * error.
 */
package org.rollcall.cli.console;
