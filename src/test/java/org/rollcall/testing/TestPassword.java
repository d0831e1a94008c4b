package org.rollcall.testing;

/** A password whose hash is checked in no time: it was made with hardly any work. */
public final class TestPassword {
  /** The password. */
  public static final String TEXT = "four quiet words here";

  /** Its hash by Argon2id, with 8 KiB and one pass. */
  public static final String HASH =
      "$argon2id$v=19$m=8,t=1,p=1$JUlp1K/wneGeVDuXQsEY4A"
          + "$u5Hnc2EIwxgv3O7PAPwzRLFb6fN8yYlCTh/Um9Ma3uI";

  private TestPassword() {}
}
