package org.rollcall.lesson;

import java.util.Optional;
import org.rollcall.identity.Person;
import org.rollcall.model.UnknownPerson;

/**
 * Somebody in a recording who is nobody of the class.
 *
 * @param person the tracks
 * @param known who that is from lesson to lesson; empty where nobody is recognised again
 */
record Stranger(Person person, Optional<UnknownPerson> known) {}
