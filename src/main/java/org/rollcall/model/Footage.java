package org.rollcall.model;

import java.time.Duration;

/**
 * A recording as the result of a lesson names it.
 *
 * @param file path relative to the home, with {@code /}
 * @param sha256 hash of the content, 64 hexadecimal digits
 * @param length length by its frames
 */
public record Footage(String file, String sha256, Duration length) {}
