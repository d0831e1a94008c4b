package org.rollcall.store;

import java.time.Instant;
import org.rollcall.model.Correction;

/**
 * A correction that was changed or taken back.
 *
 * @param studentId whose mark it was about
 * @param correction what it said
 * @param author who wrote it
 * @param since when it was written, as far as known
 * @param ended when it was changed or taken back
 * @param endedBy who did that
 */
public record PastCorrection(
    String studentId,
    Correction correction,
    String author,
    Instant since,
    Instant ended,
    String endedBy) {}
