/**
 * The school's own terms as immutable values: students, lessons, faces, marks and registers.
 *
 * <p>Every value that crosses a package boundary lives here. The package imports {@code java.*}
 * only and anybody may import it. All types are immutable and may be shared between threads.
 *
 * <p>Conventions: boxes and points are in pixels of the source frame, origin top left; times within
 * a recording are {@link java.time.Duration}s from its first frame; a cosine is in −1..1.
 */
package org.rollcall.model;
