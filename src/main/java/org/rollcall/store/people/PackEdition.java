package org.rollcall.store.people;

/**
 * The origin of embeddings: only those of the same edition can be compared.
 *
 * @param packId id of the model pack
 * @param edition edition of the model pack
 */
public record PackEdition(String packId, String edition) {}
