package org.rollcall.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.rollcall.basics.Extremes;

/**
 * Slows down those who guess passwords: by name and address together, by name alone and by address
 * alone. A trusted device is counted for itself, so that guesses made elsewhere never keep it out.
 *
 * <p>Thread-safe. An attempt is counted before the password is checked, so that many at once are no
 * way to try more.
 */
final class LoginBrakes {
  /** For one name from one address, so that the user is not locked out elsewhere. */
  private static final int GUESSES_FOR_A_NAME_FROM_AN_ADDRESS = 5;

  /** For one name from all addresses together, against distributed guessing. */
  private static final int GUESSES_FOR_A_NAME = 50;

  /** A whole school may share one public address. */
  private static final int GUESSES_FROM_AN_ADDRESS = 30;

  private final WrongGuesses byDevice;
  private final WrongGuesses byBoth;
  private final WrongGuesses byName;
  private final WrongGuesses byAddress;

  LoginBrakes(Clock clock) {
    this.byDevice = new WrongGuesses(GUESSES_FOR_A_NAME_FROM_AN_ADDRESS, clock);
    this.byBoth = new WrongGuesses(GUESSES_FOR_A_NAME_FROM_AN_ADDRESS, clock);
    this.byName = new WrongGuesses(GUESSES_FOR_A_NAME, clock);
    this.byAddress = new WrongGuesses(GUESSES_FROM_AN_ADDRESS, clock);
  }

  /**
   * An attempt to log in.
   *
   * @param name key of the account
   * @param network where it comes from
   * @param device hash of the device's token, if the user has logged in with it before
   */
  record Guess(String name, String network, Optional<String> device) {
    private String both() {
      return name + " " + network;
    }
  }

  /**
   * Counts an attempt, unless it has to wait.
   *
   * @return how long it has to wait; zero if the password may be checked
   */
  synchronized Duration start(Guess guess) {
    Duration pause = pause(guess);
    if (pause.isZero()) {
      guess
          .device()
          .ifPresentOrElse(
              device -> byDevice.wrong(device + " " + guess.name()),
              () -> {
                byBoth.wrong(guess.both());
                byName.wrong(guess.name());
                byAddress.wrong(guess.network());
              });
    }
    return pause;
  }

  private Duration pause(Guess guess) {
    return guess
        .device()
        .map(device -> byDevice.pause(device + " " + guess.name()))
        .orElseGet(
            () ->
                Extremes.max(
                    byBoth.pause(guess.both()),
                    Extremes.max(byName.pause(guess.name()), byAddress.pause(guess.network()))));
  }

  /** Takes back an attempt that was right, and with it an earlier wrong one from there. */
  synchronized void right(Guess guess) {
    guess
        .device()
        .ifPresentOrElse(
            device -> byDevice.right(device + " " + guess.name()),
            () -> {
              byBoth.right(guess.both());
              byName.lower(guess.name(), 1);
              byAddress.lower(guess.network(), 2);
            });
  }
}
