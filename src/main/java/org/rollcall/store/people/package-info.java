/**
 * Templates and images of people: {@link org.rollcall.store.people.EnrolmentStore} has those of the
 * students, {@link org.rollcall.store.people.UnknownPersons} those of unknown persons. All of it is
 * personal data.
 */
package org.rollcall.store.people;
