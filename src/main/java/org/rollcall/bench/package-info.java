/**
 * Measures how fast Rollcall is on this machine, and how much memory it takes.
 *
 * <p>Start at {@link org.rollcall.bench.Bench}: {@code BenchHome} is an installation for the
 * measurement alone, {@link org.rollcall.bench.TestMaterial} the recording and its class, {@code
 * Stopwatch} and {@code ProcessMemory} tell what was used, {@link org.rollcall.bench.BenchResult}
 * is what came out.
 */
package org.rollcall.bench;
