/**
 * The commands: what they take, what they say, and their exit codes. Start with {@link
 * org.rollcall.cli.Commands}.
 *
 * <p>Each command is a small class that calls the flow and tells what came of it. Only this package
 * knows picocli and the library of the progress bar. Results go to standard output; errors,
 * warnings and progress to standard error.
 */
package org.rollcall.cli;
