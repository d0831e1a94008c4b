/**
 * Templates and pictures of people: {@link org.rollcall.store.people.EnrolmentStore} has those of
 * the students, {@link org.rollcall.store.people.UnknownPersons} those of people whom nobody has
 * named. All of it is personal data.
 */
package org.rollcall.store.people;
