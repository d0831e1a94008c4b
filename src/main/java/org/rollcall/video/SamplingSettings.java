package org.rollcall.video;

import java.time.Duration;
import java.util.Optional;
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
 * @param longestGap time between two sampled frames that is accepted where nothing between them has
 *     to be decoded then, because they are key frames; without effect if the interval is longer, or
 *     shorter than 1 s
 * @param shortLength recordings that claim to be shorter have too few key frames to decide by: in
 *     them, no gap beyond the interval is accepted
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

  /** Whoever asks for a shorter interval wants every sample. */
  private static final Duration DENSE = Duration.ofSeconds(1);

  /** What holds when nothing is set. */
  public static final SamplingSettings DEFAULT = SettingsType.of(SamplingSettings.class).defaults();

  public SamplingSettings {
    SettingsType.of(SamplingSettings.class).check(interval, longestGap, shortLength);
  }

  /**
   * Accepts no gap beyond the interval.
   *
   * @param interval time between two sampled frames
   */
  public SamplingSettings(Duration interval) {
    this(interval, interval, Duration.ZERO);
  }

  /**
   * The longest time between two samples that need not be shortened by decoding.
   *
   * @param length how long the recording claims to be, if it does
   */
  Duration acceptedGap(Optional<Duration> length) {
    boolean useless = longestGap.compareTo(interval) < 0 || interval.compareTo(DENSE) < 0;
    boolean tooShort = length.filter(claimed -> claimed.compareTo(shortLength) < 0).isPresent();
    return useless || tooShort ? interval : longestGap;
  }

  /** {@return how long before a time reading must begin, to sample from then on as ever} */
  Duration lead() {
    return Extremes.max(longestGap, interval);
  }
}
