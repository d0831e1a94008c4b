/**
 * Measures how fast Rollcall is on this machine, and how much memory it takes.
 *
 * <p>Start with {@link org.rollcall.bench.Bench}: {@code BenchHome} is a temporary installation for
 * the benchmark, {@link org.rollcall.bench.TestMaterial} the recording and its class; {@code
 * Stopwatch} and {@code ProcessMemory} measure time and memory, and {@link
 * org.rollcall.bench.BenchResult} is the result.
 */
package org.rollcall.bench;
