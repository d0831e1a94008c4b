package org.rollcall.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.basics.Sha256;
import org.rollcall.store.Store;
import org.rollcall.store.account.Account;
import org.rollcall.store.account.AuditEntry.Action;
import org.rollcall.store.account.Logins;
import org.rollcall.store.account.Logins.Known;
import org.rollcall.store.account.Logins.Login;
import org.rollcall.store.account.TrustedDevices;

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

  /** A device that nobody has used for longer is no longer trusted. */
  private static final Duration LONGEST_TRUST = Duration.ofDays(180);

  private static final int TOKEN_BYTES = 32;

  /** Who is noted where no account has the name. */
  private static final String UNKNOWN = "?";

  private final Supplier<Store> store;
  private final Clock clock;
  private final Passwords passwords = new Passwords();
  private final SecureRandom random = new SecureRandom();
  private final LoginBrakes brakes;

  /**
   * Starts without any wrong guesses.
   *
   * @param store gives the open store
   * @param clock tells the time
   */
  public Authenticator(Supplier<Store> store, Clock clock) {
    this.store = store;
    this.clock = clock;
    this.brakes = new LoginBrakes(clock);
  }

  /** The outcome of an attempt to log in or to change a password. */
  public sealed interface LoginResult {
    /**
     * The password is right.
     *
     * @param token the token that the browser must send from now on
     * @param device the token that the browser should send at later logins
     */
    record Granted(String token, String device) implements LoginResult {}

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
   * @param visitor the browser
   * @return the outcome
   */
  public LoginResult login(String name, String password, Visitor visitor) {
    if (!Account.isName(name) || password.length() > Passwords.LONGEST) {
      // No account can have them, and nothing of their length is kept.
      return new LoginResult.Denied();
    }
    Optional<LoginResult> refusal = refusal(name, password, visitor);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    note(name, visitor, Action.LOGIN);
    return new LoginResult.Granted(start(name), trust(name, visitor));
  }

  /** {@return why the password does not count; empty if it is right} */
  private Optional<LoginResult> refusal(String name, String password, Visitor visitor) {
    LoginBrakes.Guess guess =
        new LoginBrakes.Guess(Account.key(name), visitor.network(), trusted(name, visitor));
    Duration pause = brakes.start(guess);
    if (!pause.isZero()) {
      return Optional.of(new LoginResult.Throttled(pause));
    }
    Optional<String> hash = store.get().accounts().passwordHash(name);
    if (!passwords.matches(password, hash.orElse(Passwords.NO_HASH)) || hash.isEmpty()) {
      // Where there is no such account, a password may have been typed as the name.
      note(hash.isPresent() ? name : UNKNOWN, visitor, Action.LOGIN_FAILED);
      return Optional.of(new LoginResult.Denied());
    }
    brakes.right(guess);
    return Optional.empty();
  }

  /** {@return the hash of the device's token if the user has logged in with it} */
  private Optional<String> trusted(String name, Visitor visitor) {
    return visitor
        .device()
        .map(Authenticator::hash)
        .filter(device -> store.get().devices().isTrusted(device, name));
  }

  /** A device of several users carries one token, which it has from here. */
  private String trust(String name, Visitor visitor) {
    TrustedDevices devices = store.get().devices();
    devices.forget(clock.instant().minus(LONGEST_TRUST));
    String token =
        visitor
            .device()
            .filter(carried -> devices.isKnown(hash(carried)))
            .orElseGet(this::newToken);
    devices.trust(hash(token), name);
    return token;
  }

  private void note(String name, Visitor visitor, Action action) {
    store.get().auditLog().add(Account.key(name), visitor.address(), action, "");
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
   * @param visitor the browser
   */
  public void logout(Principal principal, String token, Visitor visitor) {
    store.get().logins().end(hash(token));
    note(principal.name(), visitor, Action.LOGOUT);
  }

  /**
   * Logs a user out of all browsers.
   *
   * @param principal the user
   * @param visitor the browser
   */
  public void logoutEverywhere(Principal principal, Visitor visitor) {
    store.get().logins().endAll(principal.name());
    note(principal.name(), visitor, Action.LOGOUT);
  }

  /**
   * Sets the password that a user has chosen, and ends all earlier logins of the user.
   *
   * @param principal the user
   * @param old the current password
   * @param chosen the new password
   * @param visitor the browser
   * @return the tokens of a new login, or why there is none
   * @throws WeakPassword if the new password is too easily guessed, or is the current one
   */
  public LoginResult changePassword(
      Principal principal, String old, String chosen, Visitor visitor) {
    String name = principal.name();
    Optional<LoginResult> refusal = refusal(name, old, visitor);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Passwords.check(chosen, old, name);
    store.get().accounts().changePassword(name, passwords.hash(chosen), false);
    note(name, visitor, Action.PASSWORD_CHANGED);
    return new LoginResult.Granted(start(name), trust(name, visitor));
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
