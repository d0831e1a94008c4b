package org.rollcall.store.people;

/**
 * What made embeddings: only those of one edition can be compared.
 *
 * @param packId id of the model pack
 * @param edition which edition of it
 */
public record PackEdition(String packId, String edition) {}
