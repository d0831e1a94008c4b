/**
 * Settings records: each setting is one component of a record, and the annotations there say all
 * there is to know about it.
 *
 * <p>A stage owns the records of its settings; {@link org.rollcall.basics.setting.SettingsType}
 * checks them, makes their defaults, and tells whoever reads or explains them which settings they
 * hold. To add a setting, add a component:
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
 * <p>and renew the file that is shipped and the manual ({@code mvn test
 * -Dtest=SettingsDocumentsTest -Dsettings.write=true}).
 *
 * <p>Everything here is immutable and uses {@code java.*} only.
 */
package org.rollcall.basics.setting;
