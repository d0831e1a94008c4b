/**
 * The settings, {@code config/rollcall.yaml}. Start with {@link
 * org.rollcall.settings.SettingsFile}; {@link org.rollcall.settings.Settings} holds the records.
 *
 * <p>A setting is declared once, at a component of a settings record (see {@code
 * org.rollcall.basics.setting}): key, type, default, limits and help. Records lie with the stage
 * that uses them, or here. The reader, the shipped file, the manual and the admins' page are made
 * from these declarations.
 */
package org.rollcall.settings;
