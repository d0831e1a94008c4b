/**
 * Images and what is detected in them: frames of a recording, faces, their quality for recognition,
 * and their embeddings.
 *
 * <p>These are immutable values and follow the conventions of {@code model}. The one exception is
 * {@link org.rollcall.model.picture.Picture}, which shares its array with its creator, who must not
 * modify it.
 */
package org.rollcall.model.picture;
