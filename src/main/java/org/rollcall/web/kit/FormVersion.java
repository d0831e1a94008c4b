package org.rollcall.web.kit;

import java.util.Arrays;
import java.util.List;
import org.rollcall.basics.Sha256;

/** What a form was made from, told in few letters, so that it can be told when that has changed. */
public final class FormVersion {
  /** Name of the field in which forms carry it. */
  public static final String FIELD = "seen";

  private static final int LETTERS = 16;

  private FormVersion() {}

  /**
   * Tells the version of something.
   *
   * @param parts all that the form shows of it; equal parts have equal texts
   * @return the same for the same parts, and another one for others
   */
  public static String of(Object... parts) {
    List<String> texts = Arrays.stream(parts).map(String::valueOf).toList();
    return Sha256.of(String.join("\0", texts)).substring(0, LETTERS);
  }
}
