package org.rollcall.settings;

/**
 * A setting as it holds in an installation, for people to look at.
 *
 * @param key name in the file
 * @param value what holds; empty for nothing, and for what nobody should see
 * @param fallback what would hold if nothing were set; empty for nothing
 * @param expected what may stand there, in words, with the limits
 * @param description what it does
 * @param source where the value comes from
 * @param variable the variable of the environment that can override it; empty if none can
 */
public record ExplainedSetting(
    String key,
    String value,
    String fallback,
    String expected,
    String description,
    SettingSource source,
    String variable) {
  /** Where a value comes from. */
  public enum SettingSource {
    /** Nobody has set it. */
    DEFAULT,
    /** The file of settings. */
    FILE,
    /** A variable of the environment. */
    VARIABLE
  }
}
