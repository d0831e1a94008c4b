package org.rollcall.ingest;

import org.rollcall.inbox.name.RecordingName;

/**
 * A recording together with its parsed name.
 *
 * @param sha256 SHA-256 hash of the content, 64 hexadecimal digits
 * @param file path relative to the home folder, with {@code /} as the separator
 * @param name what the name says
 */
record NamedRecording(String sha256, String file, RecordingName name) {}
