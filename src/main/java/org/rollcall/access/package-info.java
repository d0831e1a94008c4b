/**
 * Access control for the pages: accounts, passwords, logins, and throttling of password guesses.
 *
 * <p>{@link org.rollcall.access.Authenticator} logs users in and recognises them; {@link
 * org.rollcall.access.Users} manages the accounts, for the pages and the command line.
 */
package org.rollcall.access;
