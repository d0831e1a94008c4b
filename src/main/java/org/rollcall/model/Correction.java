package org.rollcall.model;

import java.util.Optional;

/**
 * What a teacher wrote over a mark. It always wins.
 *
 * @param status the mark that holds; empty when the teacher left a remark only
 * @param remark the teacher's words, may be empty
 */
public record Correction(Optional<Status> status, String remark) {}
