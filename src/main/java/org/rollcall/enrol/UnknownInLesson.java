package org.rollcall.enrol;

import java.util.Optional;
import org.rollcall.identity.PersonCluster;
import org.rollcall.model.UnknownPerson;

/**
 * An unknown person in a lesson: a face that matches no student of the class.
 *
 * @param person the person's tracks
 * @param known the same person's identity across lessons; empty if unknown persons are not kept
 */
public record UnknownInLesson(PersonCluster person, Optional<UnknownPerson> known) {}
