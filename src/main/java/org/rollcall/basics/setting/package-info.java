/**
 * Settings records: each setting is a record component whose annotations define it completely.
 *
 * <p>Each stage owns its settings records; {@link org.rollcall.basics.setting.SettingsType} checks
 * them, creates their defaults, and lists their settings for the code that reads or explains them.
 * To add a setting, add a component:
 *
 * <pre>{@code
 * @Section("sampling")
 * @Help("How densely a recording is sampled.")
 * public record SamplingSettings(
 *     @Setting(key = "sampling.interval", fallback = "1s", limits = "100ms to 60s")
 *         @Help("Time between two frames that are analysed.")
 *         Duration interval) {
 *   public static final SamplingSettings DEFAULT =
 *       SettingsType.of(SamplingSettings.class).defaults();
 *
 *   public SamplingSettings {
 *     SettingsType.of(SamplingSettings.class).check(interval);
 *   }
 * }
 * }</pre>
 *
 * <p>and regenerate the shipped file and the manual ({@code mvn test -Dtest=SettingsDocumentsTest
 * -Dsettings.write=true}).
 *
 * <p>Everything here is immutable and uses {@code java.*} only.
 */
package org.rollcall.basics.setting;
