package org.rollcall.enrol;

import java.util.Optional;
import org.rollcall.identity.PersonCluster;
import org.rollcall.model.UnknownPerson;

/**
 * Somebody in a recording who is nobody of the class.
 *
 * @param person the tracks
 * @param known who that is from lesson to lesson; empty where nobody is recognised again
 */
public record UnknownInLesson(PersonCluster person, Optional<UnknownPerson> known) {}
