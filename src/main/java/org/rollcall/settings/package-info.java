/**
 * The settings, {@code config/rollcall.yaml}. Start with {@link
 * org.rollcall.settings.SettingsFile}; {@link org.rollcall.settings.Settings} holds the settings
 * records.
 *
 * <p>A setting is declared once, as a component of a settings record (see {@code
 * org.rollcall.basics.setting}): key, type, default, limits and help. The records live in the
 * package of the stage that uses them, or here. The reader, the shipped file, the manual and the
 * admin page are all generated from these declarations.
 */
package org.rollcall.settings;
