package org.rollcall.tools.people;

import org.rollcall.model.picture.FaceCrop;
import org.rollcall.model.picture.Quality;

/**
 * A face as a camera saw it.
 *
 * @param crop as it was found
 * @param quality how much it can tell
 */
public record Look(FaceCrop crop, Quality quality) {}
