package org.rollcall.access;

import com.nulabinc.zxcvbn.Zxcvbn;
import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.rollcall.access.WeakPassword.Weakness;

/**
 * Hashes passwords with Argon2id (RFC 9106) and the parameters that OWASP recommends: 19 MiB, two
 * passes, one lane.
 *
 * <p>Thread-safe. An instance hashes one password at a time, so that many logins at once do not
 * exhaust the memory.
 */
final class Passwords {
  private static final int MEMORY_KIBIBYTES = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  /** In characters. Shorter passwords are easily guessed. */
  private static final int SHORTEST = 10;

  static final int LONGEST = 128;

  /** Further characters do not make a password easier to guess, but take long to examine. */
  private static final int EXAMINED = 64;

  /** As a power of ten. Whoever has stolen the hash needs days for as many. */
  private static final double FEWEST_GUESSES = 8;

  /** The characters of generated passwords, without those that look alike. */
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

  private static final int GENERATED_GROUPS = 4;
  private static final int GENERATED_GROUP = 4;

  private static final Argon2Function FUNCTION =
      Argon2Function.getInstance(MEMORY_KIBIBYTES, PASSES, LANES, HASH_BYTES, Argon2.ID);

  /** A hash that no known password matches; checking it takes as long as any other. */
  static final String NO_HASH =
      "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
          .formatted(MEMORY_KIBIBYTES, PASSES, LANES, zeros(SALT_BYTES), zeros(HASH_BYTES));

  private final SecureRandom random = new SecureRandom();

  private static String zeros(int bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(new byte[bytes]);
  }

  /**
   * Hashes a password.
   *
   * @param password the password
   * @return its hash with salt and parameters, as text
   */
  synchronized String hash(String password) {
    return Password.hash(password).addRandomSalt(SALT_BYTES).with(FUNCTION).getResult();
  }

  /**
   * Checks a password against a hash in constant time.
   *
   * @param password the password, as typed
   * @param hash a result of {@link #hash}
   * @return whether they match
   */
  synchronized boolean matches(String password, String hash) {
    return password.length() <= LONGEST
        && Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
  }

  /** {@return a random password of 80 bits that is easy to type} */
  String generate() {
    StringBuilder password = new StringBuilder();
    for (int group = 0; group < GENERATED_GROUPS; group++) {
      password.append(group > 0 ? "-" : "");
      for (int i = 0; i < GENERATED_GROUP; i++) {
        password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
    }
    return password.toString();
  }

  /**
   * Checks a password that a user has chosen.
   *
   * @param password the password
   * @param old the password that it replaces
   * @param account name of the account
   * @throws WeakPassword if it is too short, too long, known to others or easily guessed
   */
  static void check(String password, String old, String account) {
    if (password.length() < SHORTEST) {
      throw new WeakPassword(
          Weakness.SHORT,
          "A password must have at least %d characters; this one has %d. Several words make a good one."
              .formatted(SHORTEST, password.length()));
    }
    if (password.length() > LONGEST) {
      throw new WeakPassword(
          Weakness.LONG,
          "A password must have at most %d characters; this one has %d. Shorten it."
              .formatted(LONGEST, password.length()));
    }
    if (password.equals(old)) {
      throw new WeakPassword(
          Weakness.SAME,
          "This is the current password, which others may know. Choose another one.");
    }
    if (password.toLowerCase(Locale.ROOT).contains(account)) {
      throw new WeakPassword(
          Weakness.NAME, "This password contains the user name. Choose one that does not.");
    }
    if (guesses(password, account) < FEWEST_GUESSES) {
      throw new WeakPassword(
          Weakness.COMMON,
          "This password is among the first that are guessed. Several words make a good one.");
    }
  }

  /** Reads its lists of words each time: they are large, and passwords are rarely changed. */
  private static double guesses(String password, String account) {
    String examined = password.substring(0, Math.min(EXAMINED, password.length()));
    return new Zxcvbn().measure(examined, List.of(account, "rollcall")).getGuessesLog10();
  }
}
