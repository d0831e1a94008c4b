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
import org.rollcall.store.Account;
import org.rollcall.store.AuditEntry.Action;
import org.rollcall.store.Logins;
import org.rollcall.store.Logins.Known;
import org.rollcall.store.Logins.Login;
import org.rollcall.store.Store;

/**
 * Lets people in who know the password of an account, and knows them again.
 *
 * <p>A browser carries a random token; the store has its hash. A login ends when nobody has used it
 * for two hours, and in any case after twelve. For any number of threads.
 */
public final class Doorman {
  /** A teacher's day, and a long break in it. */
  private static final Duration LONGEST_LOGIN = Duration.ofHours(12);

  private static final Duration LONGEST_IDLE = Duration.ofHours(2);

  /** Not each picture of a page needs to be written down. */
  private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

  /** For one name from one address: nobody elsewhere has to wait for that. */
  private static final int GUESSES_FOR_A_NAME_FROM_AN_ADDRESS = 5;

  /** For one name from wherever: many addresses together shall not guess for ever. */
  private static final int GUESSES_FOR_A_NAME = 50;

  /** A school may have one address for all its people. */
  private static final int GUESSES_FROM_AN_ADDRESS = 30;

  private static final int TOKEN_BYTES = 32;

  private final Supplier<Store> store;
  private final Clock clock;
  private final Passwords passwords = new Passwords();
  private final SecureRandom random = new SecureRandom();
  private final WrongGuesses byBoth;
  private final WrongGuesses byName;
  private final WrongGuesses byAddress;
  private final String noPassword;

  /**
   * Begins to guard.
   *
   * @param store gives the open store
   * @param clock tells the time
   */
  public Doorman(Supplier<Store> store, Clock clock) {
    this.store = store;
    this.clock = clock;
    this.byBoth = new WrongGuesses(GUESSES_FOR_A_NAME_FROM_AN_ADDRESS, clock);
    this.byName = new WrongGuesses(GUESSES_FOR_A_NAME, clock);
    this.byAddress = new WrongGuesses(GUESSES_FROM_AN_ADDRESS, clock);
    this.noPassword = passwords.hash(newToken());
  }

  /** What became of an attempt to log in, or to change a password. */
  public sealed interface Answer {
    /**
     * The password is right.
     *
     * @param token what the browser has to carry from now on
     */
    record Welcome(String token) implements Answer {}

    /** There is no such account, or it has another password. */
    record Wrong() implements Answer {}

    /**
     * There were too many wrong guesses.
     *
     * @param pause how long to wait before the next one
     */
    record Later(Duration pause) implements Answer {}
  }

  /**
   * Lets somebody in. Takes as long for a name that does not exist as for one that does.
   *
   * @param name the name, as it was typed
   * @param password the password
   * @param address network address of the browser
   * @return what became of it
   */
  public Answer login(String name, String password, String address) {
    Duration pause = pause(name, address);
    if (!pause.isZero()) {
      return new Answer.Later(pause);
    }
    if (!isRight(name, password)) {
      guessedWrong(name, address);
      return new Answer.Wrong();
    }
    guessedRight(name, address);
    note(name, address, Action.LOGIN);
    return new Answer.Welcome(begin(name));
  }

  private boolean isRight(String name, String password) {
    Optional<String> hash = store.get().accounts().passwordHash(name);
    return passwords.matches(password, hash.orElse(noPassword)) && hash.isPresent();
  }

  /** Whoever logged in from an address before need not wait for guesses from elsewhere. */
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
    store.get().audit().add(Account.key(name), address, action, "");
  }

  private String begin(String name) {
    Logins logins = store.get().logins();
    Instant now = clock.instant();
    logins.forget(now.minus(LONGEST_LOGIN), now.minus(LONGEST_IDLE));
    String token = newToken();
    logins.begin(hash(token), name);
    return token;
  }

  /**
   * Knows somebody again.
   *
   * @param token what the browser carries
   * @return who it is; empty if nobody is logged in with it, or no longer
   */
  public Optional<Visitor> visitor(String token) {
    String hash = hash(token);
    Logins logins = store.get().logins();
    Optional<Known> known = logins.find(hash).filter(found -> holds(found.login()));
    known
        .filter(found -> found.login().used().plus(USE_NOTED_EVERY).isBefore(clock.instant()))
        .ifPresent(found -> logins.use(hash));
    return known.map(found -> new Visitor(found.account(), hash("form " + token)));
  }

  private boolean holds(Login login) {
    Instant now = clock.instant();
    return login.begun().plus(LONGEST_LOGIN).isAfter(now)
        && login.used().plus(LONGEST_IDLE).isAfter(now);
  }

  /**
   * Logs one browser out.
   *
   * @param visitor the person
   * @param token what it carries
   * @param address network address of the browser
   */
  public void logout(Visitor visitor, String token, String address) {
    store.get().logins().end(hash(token));
    note(visitor.account().name(), address, Action.LOGOUT);
  }

  /**
   * Logs somebody out in all browsers.
   *
   * @param visitor the person
   * @param address network address of the browser
   */
  public void logoutEverywhere(Visitor visitor, String address) {
    store.get().logins().endAll(visitor.account().name());
    note(visitor.account().name(), address, Action.LOGOUT);
  }

  /**
   * Gives somebody the password of his or her choice. All other browsers are logged out.
   *
   * @param visitor the person
   * @param old the password so far
   * @param chosen the new one
   * @param address network address of the browser
   * @return the token of the new login, or why there is none
   * @throws Passwords.TooWeak if nobody should have the new one
   */
  public Answer changePassword(Visitor visitor, String old, String chosen, String address) {
    String name = visitor.account().name();
    Duration pause = pause(name, address);
    if (!pause.isZero()) {
      return new Answer.Later(pause);
    }
    if (!isRight(name, old)) {
      guessedWrong(name, address);
      return new Answer.Wrong();
    }
    guessedRight(name, address);
    Passwords.check(chosen, name);
    store.get().accounts().changePassword(name, passwords.hash(chosen), false);
    note(name, address, Action.PASSWORD_CHANGED);
    return new Answer.Welcome(begin(name));
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
