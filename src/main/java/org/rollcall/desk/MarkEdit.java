package org.rollcall.desk;

import java.util.Optional;
import org.rollcall.model.Correction;

/**
 * A change that a person makes to a student's mark.
 *
 * @param student id of the student
 * @param seen the correction that the person saw; empty for none
 * @param wanted the correction that shall hold; empty to take it back
 */
public record MarkEdit(String student, Optional<Correction> seen, Optional<Correction> wanted) {}
