/**
 * Who may open the page: passwords, logins, and how many wrong guesses are put up with.
 *
 * <p>{@link org.rollcall.access.Doorman} is the way in.
 */
package org.rollcall.access;
