/**
 * What the tests of several packages share: a made class, its lesson, and the truth about it.
 *
 * <p>{@code mvn test} runs the fast tests: in this process alone, with pure Java, SQLite and
 * sockets. A test that needs more says so by an annotation of this package, each of which carries
 * the tag {@code integration}; {@code mvn verify} runs those as well.
 *
 * <ul>
 *   <li>{@link org.rollcall.testing.UsesNatives}: films, photos, networks
 *   <li>{@link org.rollcall.testing.UsesProcesses}: other processes
 *   <li>{@link org.rollcall.testing.UsesPostgres}: a database server
 *   <li>{@link org.rollcall.testing.UsesBrowser}: Chromium
 *   <li>{@link org.rollcall.testing.UsesPacks}: what is no part of the project
 *   <li>{@link org.rollcall.testing.TakesLong}: time
 * </ul>
 */
package org.rollcall.testing;
