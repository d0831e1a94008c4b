/**
 * Who may use the pages: accounts, passwords, logins, and a brake on guessing.
 *
 * <p>{@link org.rollcall.access.Authenticator} logs users in and recognises them; {@link
 * org.rollcall.access.Users} manages the accounts, for the pages and the command line.
 */
package org.rollcall.access;
