/**
 * What a camera shows, apart from who is in the picture: the room, or a dark, covered, frozen,
 * turned or shifted picture.
 *
 * <p>{@link org.rollcall.coverage.ViewWatch} judges the frames of a recording as they are analysed;
 * {@link org.rollcall.coverage.Upright} notices a camera that hangs upside down or on its side.
 */
package org.rollcall.coverage;
