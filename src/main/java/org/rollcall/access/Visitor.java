package org.rollcall.access;

import org.rollcall.store.Account;

/**
 * Somebody who is logged in.
 *
 * @param account with which account
 * @param formToken what each form of this login has to carry, so that no other page can send one in
 *     the visitor's name
 */
public record Visitor(Account account, String formToken) {}
