package org.rollcall.settings;

/**
 * The effective value of a setting in an installation, explained for people.
 *
 * @param key its key in the file
 * @param value the effective value; empty if there is none or it is secret
 * @param fallback the default; empty if there is none
 * @param expected the permitted values in words, with limits
 * @param description what it does
 * @param source where the value comes from
 * @param variable the environment variable that can override it; empty if none can
 */
public record ExplainedSetting(
    String key,
    String value,
    String fallback,
    String expected,
    String description,
    SettingSource source,
    String variable) {
  /** The source of a value. */
  public enum SettingSource {
    /** The default: it is not set anywhere. */
    DEFAULT,
    /** The settings file. */
    FILE,
    /** An environment variable. */
    VARIABLE
  }
}
