/**
 * What a school's machine goes through in years, in minutes: processes killed at any moment, broken
 * recordings, full discs, long nights. Each test starts real processes of Rollcall.
 *
 * <p>In {@code mvn verify} they run briefly; {@code -Dchaos=full} makes them run for as long as it
 * takes to be sure.
 */
package org.rollcall.chaos;
