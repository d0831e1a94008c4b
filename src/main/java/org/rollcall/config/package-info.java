/**
 * What a school wrote under {@code config/}: the settings, the rosters, the timetable and the
 * enrolment photos, read and checked.
 *
 * <p>Start with {@link org.rollcall.config.Home}, which knows where everything lies, and {@link
 * org.rollcall.config.SettingsFile}. A setting is told once, where its component stands in a
 * settings record (see {@code org.rollcall.basics.setting}): key, type, default, limits and help.
 * {@link org.rollcall.config.Settings} holds all these records; reading the file, the file that is
 * shipped, the manual and the admins' page come from there.
 *
 * <p>Each file is read as a whole and all that is wrong with it is told at once, in one {@link
 * org.rollcall.config.BadSettings}. Everything here is either immutable or used by one thread.
 */
package org.rollcall.config;
