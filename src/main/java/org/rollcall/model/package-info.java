/**
 * The domain model as immutable values: students, lessons, faces, marks and registers.
 *
 * <p>Every value that crosses a package boundary lives here. The package imports {@code java.*}
 * only, and any package may import it. All types are immutable and so safe to share between
 * threads.
 *
 * <p>Conventions: boxes and points are in pixels of the source frame, with the origin at the top
 * left; times within a recording are {@link java.time.Duration}s from its first frame; cosines
 * range from −1 to 1.
 */
package org.rollcall.model;
