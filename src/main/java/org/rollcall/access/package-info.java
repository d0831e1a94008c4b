/**
 * Who may open the page: passwords, logins, and how many wrong guesses are put up with.
 *
 * <p>{@link org.rollcall.access.Doorman} is the way in; {@link org.rollcall.access.Users} says who
 * may use it, at the pages and at the command line.
 */
package org.rollcall.access;
