package org.rollcall.video;

import java.time.Duration;
import org.rollcall.basics.Extremes;
import org.rollcall.basics.setting.Fixed;
import org.rollcall.basics.setting.Help;
import org.rollcall.basics.setting.Section;
import org.rollcall.basics.setting.Setting;
import org.rollcall.basics.setting.SettingsType;

/**
 * How densely a recording is sampled.
 *
 * @param interval time between two sampled frames
 * @param longestGap longest time between two sampled key frames for which the frames in between
 *     need not be decoded; without effect if the interval is longer than this, or shorter than 1 s
 * @param shortLength recordings that declare a shorter length have too few key frames for reliable
 *     marks: in them, no gap longer than the interval is accepted
 */
@Section("sampling")
@Help("How densely a recording is sampled.")
public record SamplingSettings(
    @Setting(key = "sampling.interval", fallback = "1s", limits = "100ms to 60s")
        @Help(
            "Time between two frames that are analysed. A shorter interval finds more faces, and"
                + " takes longer.")
        Duration interval,
    @Setting(key = "sampling.longestGap", fallback = "2500ms", limits = "100ms to 60s")
        @Help(
            "Longest time between two analysed frames where that saves time: recordings whose"
                + " key frames are at most this far apart are read several times faster. Has no"
                + " effect if it is shorter than sampling.interval, if sampling.interval is"
                + " below 1s, or on recordings shorter than "
                + SamplingSettings.SHORT
                + ".")
        Duration longestGap,
    @Fixed(SamplingSettings.SHORT) Duration shortLength) {
  static final String SHORT = "75s";

  /** Anybody who asks for a shorter interval wants every sample. */
  private static final Duration DENSE = Duration.ofSeconds(1);

  /** The settings if nothing else is configured. */
  public static final SamplingSettings DEFAULT = SettingsType.of(SamplingSettings.class).defaults();

  public SamplingSettings {
    SettingsType.of(SamplingSettings.class).check(interval, longestGap, shortLength);
  }

  /**
   * Settings that accept no gap longer than the interval.
   *
   * @param interval time between two sampled frames
   */
  public SamplingSettings(Duration interval) {
    this(interval, interval, Duration.ZERO);
  }

  /** {@return the longest time between two key frames that need not be filled by decoding} */
  Duration acceptedGap() {
    boolean useless = longestGap.compareTo(interval) < 0 || interval.compareTo(DENSE) < 0;
    return useless ? interval : longestGap;
  }

  /** {@return the same for a recording that declares its length} */
  Duration acceptedGap(Duration declaredLength) {
    return isShort(declaredLength) ? interval : acceptedGap();
  }

  /** {@return whether a recording of a length has too few frames for one of them to be left out} */
  boolean isShort(Duration length) {
    return length.compareTo(shortLength) < 0;
  }

  /** {@return how long before a window reading must start for the samples in it to be the same} */
  Duration lead() {
    return Extremes.max(longestGap, interval);
  }
}
