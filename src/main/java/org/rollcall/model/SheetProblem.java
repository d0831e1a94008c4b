package org.rollcall.model;

/**
 * Something that a person typed into a sheet and Rollcall could not take, or took in part.
 *
 * @param cell where, such as {@code 'Register'!K9}; the worksheet alone, or a file, if it concerns
 *     all of it
 * @param typed what was typed; may be empty. Never for the log, as it may be a name
 * @param message what became of it, and what to do
 */
public record SheetProblem(String cell, String typed, Message message) {}
