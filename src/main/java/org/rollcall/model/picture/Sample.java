package org.rollcall.model.picture;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A sampled frame of a recording that may not be decoded yet, and need not be unless its picture is
 * looked at.
 *
 * @param at its time from the first frame
 * @param decoded whether its picture takes memory already
 * @param decoder decodes it, once; empty if it turns out to be damaged
 */
public record Sample(Duration at, boolean decoded, Supplier<Optional<VideoFrame>> decoder) {
  /**
   * A frame that is decoded already.
   *
   * @param frame the frame
   * @return the sample
   */
  public static Sample of(VideoFrame frame) {
    return new Sample(frame.at(), true, () -> Optional.of(frame));
  }

  /**
   * A frame that is decoded when it is asked for.
   *
   * @param at its time from the first frame
   * @param decoder decodes it, once; empty if it turns out to be damaged
   * @return the sample
   */
  public static Sample postponed(Duration at, Supplier<Optional<VideoFrame>> decoder) {
    return new Sample(at, false, decoder);
  }

  /** {@return the frame, to be asked for once; empty if it turns out to be damaged} */
  public Optional<VideoFrame> frame() {
    return decoder.get();
  }

  /**
   * Changes the picture, once it is decoded.
   *
   * @param change what to change
   * @return the sample with the change to come
   */
  public Sample map(UnaryOperator<VideoFrame> change) {
    return with(() -> decoder.get().map(change));
  }

  /**
   * Replaces the decoder.
   *
   * @param other decodes the same frame
   * @return the sample with it
   */
  public Sample with(Supplier<Optional<VideoFrame>> other) {
    return new Sample(at, decoded, other);
  }
}
