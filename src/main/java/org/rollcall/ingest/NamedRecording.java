package org.rollcall.ingest;

import org.rollcall.inbox.RecordingName;

/**
 * A recording, and what its name tells.
 *
 * @param sha256 hash of the content, 64 hexadecimal digits
 * @param file path relative to the home, with {@code /}
 * @param name what the name tells
 */
record NamedRecording(String sha256, String file, RecordingName name) {}
