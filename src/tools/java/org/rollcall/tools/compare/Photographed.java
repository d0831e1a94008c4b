package org.rollcall.tools.compare;

import java.util.List;
import java.util.Map;
import org.rollcall.model.picture.Embedding;

/**
 * Somebody's photos in one embedding space.
 *
 * @param name who
 * @param photos each photo in every view
 */
record Photographed(String name, List<Map<View, Embedding>> photos) {}
