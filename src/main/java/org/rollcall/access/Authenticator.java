package org.rollcall.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.basics.Extremes;
import org.rollcall.basics.Sha256;
import org.rollcall.store.Store;
import org.rollcall.store.account.Account;
import org.rollcall.store.account.AuditEntry.Action;
import org.rollcall.store.account.Logins;
import org.rollcall.store.account.Logins.Known;
import org.rollcall.store.account.Logins.Login;

/**
 * Logs users in by name and password, and recognises them by the token of their login.
 *
 * <p>The browser keeps a random token, the store only its hash. A login expires after two idle
 * hours, and twelve hours after it started. Thread-safe.
 */
public final class Authenticator {
  /** A teacher's working day. */
  private static final Duration LONGEST_LOGIN = Duration.ofHours(12);

  /** Longer than any break in that day. */
  private static final Duration LONGEST_IDLE = Duration.ofHours(2);

  /** A page has many images; not every request is worth a write to the database. */
  private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

  /** For one name from one address, so that the user is not locked out elsewhere. */
  private static final int GUESSES_FOR_A_NAME_FROM_AN_ADDRESS = 5;

  /** For one name from all addresses together, against distributed guessing. */
  private static final int GUESSES_FOR_A_NAME = 50;

  /** A whole school may share one public address. */
  private static final int GUESSES_FROM_AN_ADDRESS = 30;

  private static final int TOKEN_BYTES = 32;

  private final Supplier<Store> store;
  private final Clock clock;
  private final Passwords passwords = new Passwords();
  private final SecureRandom random = new SecureRandom();
  private final WrongGuesses byBoth;
  private final WrongGuesses byName;
  private final WrongGuesses byAddress;

  /**
   * Starts without any wrong guesses.
   *
   * @param store gives the open store
   * @param clock tells the time
   */
  public Authenticator(Supplier<Store> store, Clock clock) {
    this.store = store;
    this.clock = clock;
    this.byBoth = new WrongGuesses(GUESSES_FOR_A_NAME_FROM_AN_ADDRESS, clock);
    this.byName = new WrongGuesses(GUESSES_FOR_A_NAME, clock);
    this.byAddress = new WrongGuesses(GUESSES_FROM_AN_ADDRESS, clock);
  }

  /** The outcome of an attempt to log in or to change a password. */
  public sealed interface LoginResult {
    /**
     * The password is right.
     *
     * @param token the token that the browser must send from now on
     */
    record Granted(String token) implements LoginResult {}

    /** There is no such account, or the password is wrong. */
    record Denied() implements LoginResult {}

    /**
     * There were too many wrong passwords before this one, which was not checked.
     *
     * @param pause how long to wait before the next attempt
     */
    record Throttled(Duration pause) implements LoginResult {}
  }

  /**
   * Logs a user in. Takes as long for an unknown name as for a known one.
   *
   * @param name the name, as typed
   * @param password the password
   * @param address network address of the browser
   * @return the outcome
   */
  public LoginResult login(String name, String password, String address) {
    Duration pause = pause(name, address);
    if (!pause.isZero()) {
      return new LoginResult.Throttled(pause);
    }
    if (!isRight(name, password)) {
      guessedWrong(name, address);
      return new LoginResult.Denied();
    }
    guessedRight(name, address);
    note(name, address, Action.LOGIN);
    return new LoginResult.Granted(start(name));
  }

  private boolean isRight(String name, String password) {
    Optional<String> hash = store.get().accounts().passwordHash(name);
    return passwords.matches(password, hash.orElse(Passwords.NO_HASH)) && hash.isPresent();
  }

  /** A user who has logged in from this address is not slowed by guesses from other addresses. */
  private Duration pause(String name, String address) {
    String both = both(name, address);
    Duration here = Extremes.max(byBoth.pause(both), byAddress.pause(address));
    return byBoth.isTrusted(both) ? here : Extremes.max(here, byName.pause(Account.key(name)));
  }

  private void guessedWrong(String name, String address) {
    byBoth.wrong(both(name, address));
    byName.wrong(Account.key(name));
    byAddress.wrong(address);
    note(name, address, Action.LOGIN_FAILED);
  }

  private void guessedRight(String name, String address) {
    byBoth.right(both(name, address));
  }

  private static String both(String name, String address) {
    return Account.key(name) + " " + address;
  }

  private void note(String name, String address, Action action) {
    store.get().auditLog().add(Account.key(name), address, action, "");
  }

  private String start(String name) {
    Logins logins = store.get().logins();
    Instant now = clock.instant();
    logins.forget(now.minus(LONGEST_LOGIN), now.minus(LONGEST_IDLE));
    String token = newToken();
    logins.start(hash(token), name);
    return token;
  }

  /**
   * Finds the user of a login, and records that it is in use.
   *
   * @param token the token that the browser sent
   * @return the user; empty if there is no such login, or it has expired
   */
  public Optional<Principal> principal(String token) {
    String hash = hash(token);
    Logins logins = store.get().logins();
    Optional<Known> known = logins.find(hash).filter(found -> isValid(found.login()));
    known
        .filter(found -> found.login().used().plus(USE_NOTED_EVERY).isBefore(clock.instant()))
        .ifPresent(found -> logins.use(hash));
    return known.map(found -> new Principal(found.account(), hash("form " + token)));
  }

  private boolean isValid(Login login) {
    Instant now = clock.instant();
    return login.started().plus(LONGEST_LOGIN).isAfter(now)
        && login.used().plus(LONGEST_IDLE).isAfter(now);
  }

  /**
   * Logs a user out of one browser.
   *
   * @param principal the user
   * @param token the token that the browser sent
   * @param address network address of the browser
   */
  public void logout(Principal principal, String token, String address) {
    store.get().logins().end(hash(token));
    note(principal.name(), address, Action.LOGOUT);
  }

  /**
   * Logs a user out of all browsers.
   *
   * @param principal the user
   * @param address network address of the browser
   */
  public void logoutEverywhere(Principal principal, String address) {
    store.get().logins().endAll(principal.name());
    note(principal.name(), address, Action.LOGOUT);
  }

  /**
   * Sets the password that a user has chosen, and ends all earlier logins of the user.
   *
   * @param principal the user
   * @param old the current password
   * @param chosen the new password
   * @param address network address of the browser
   * @return the token of a new login, or why there is none
   * @throws WeakPassword if the new password is too easily guessed
   */
  public LoginResult changePassword(
      Principal principal, String old, String chosen, String address) {
    String name = principal.name();
    Duration pause = pause(name, address);
    if (!pause.isZero()) {
      return new LoginResult.Throttled(pause);
    }
    if (!isRight(name, old)) {
      guessedWrong(name, address);
      return new LoginResult.Denied();
    }
    guessedRight(name, address);
    Passwords.check(chosen, name);
    store.get().accounts().changePassword(name, passwords.hash(chosen), false);
    note(name, address, Action.PASSWORD_CHANGED);
    return new LoginResult.Granted(start(name));
  }

  private String newToken() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String hash(String token) {
    byte[] digest = Sha256.newDigest().digest(token.getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }
}
