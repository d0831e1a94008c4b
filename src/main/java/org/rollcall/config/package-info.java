/**
 * What a school wrote under {@code config/}: the settings, the rosters, the timetable and the
 * enrolment photos, read and checked.
 *
 * <p>Start with {@link org.rollcall.config.Home}, which knows where everything lies, and {@link
 * org.rollcall.config.SettingsFile}. Every setting is one entry of {@code SettingsTable}: its key,
 * form, limits, default, description and the place in {@link org.rollcall.config.Settings} that it
 * fills; reading, the sample file and the table for people come from there.
 *
 * <p>Each file is read as a whole and all that is wrong with it is told at once, in one {@link
 * org.rollcall.config.BadSettings}. The only package that knows Jackson. Everything here is either
 * immutable or used by one thread.
 */
package org.rollcall.config;
