/**
 * The command line: commands, their options, output and exit codes. Start with {@link
 * org.rollcall.cli.Commands}.
 *
 * <p>Each command is a small class that calls the code that does the work and prints the result.
 * Only this package uses picocli. Results go to standard output; errors, warnings and progress to
 * standard error.
 */
package org.rollcall.cli;
