/**
 * Where messages go: into a file that several processes write to and that is set aside when it is
 * full, and in short onto the console.
 *
 * <p>Start with {@link org.rollcall.log.Log}. Whoever has something to say uses SLF4J and knows
 * nothing of this package; the command line alone imports it, to lead what the simple logger of
 * SLF4J writes here. It is for any number of threads.
 */
package org.rollcall.log;
