package org.rollcall.tools.people;

import java.util.List;
import org.rollcall.model.picture.FaceCrop;

/**
 * A person of a known group.
 *
 * @param group region and age, or the collection that the photos are from
 * @param name who
 * @param photos for the enrolment (at least one)
 * @param looks as cameras saw the person: other photos, or the only one made small and dim
 */
public record Person(String group, String name, List<FaceCrop> photos, List<Look> looks) {}
