/**
 * Pictures and what is seen in them: frames of a recording, the faces there, how good they are to
 * recognise, and their embeddings.
 *
 * <p>Immutable values, as in {@code model}, and with its conventions. Only a {@link
 * org.rollcall.model.picture.Picture} shares its array with whoever made it, who leaves it alone.
 */
package org.rollcall.model.picture;
