/**
 * What the name of a recording says: days, times and words as cameras, recorders, programs and
 * people write them.
 *
 * <p>{@link org.rollcall.inbox.name.NameReader} takes a name apart; what it cannot tell for certain
 * ends in a {@link org.rollcall.inbox.name.DoubtfulName}, since a person knows better.
 */
package org.rollcall.inbox.name;
