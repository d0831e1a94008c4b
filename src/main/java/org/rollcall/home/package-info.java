/**
 * Opens an installation: its settings and its database. Start with {@link
 * org.rollcall.home.Installation}.
 *
 * <p>Opening changes nothing; any number of processes may have the same installation open.
 */
package org.rollcall.home;
