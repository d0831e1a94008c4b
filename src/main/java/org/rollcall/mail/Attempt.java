package org.rollcall.mail;

/**
 * What became of an attempt to send a mail, or to reach the mail server.
 *
 * @param end how it ended
 * @param sentence what happened, and what to do about it where it failed
 */
public record Attempt(AttemptResult end, String sentence) {
  /** How an attempt can end. */
  public enum AttemptResult {
    /** The server has taken the mail, or would. */
    DONE,
    /** The settings name no mail server. */
    OFF,
    /** What should be sent, or the settings for it, cannot be used. */
    UNUSABLE,
    /** There is no machine of the server's name. */
    HOST_UNKNOWN,
    /** The machine is there, but nothing listens at the port, or it cannot be reached. */
    CONNECTION_REFUSED,
    /** Nothing answers, or not in time. */
    NO_ANSWER,
    /** The way to the server cannot be encrypted, or the server is not who it should be. */
    TLS_REFUSED,
    /** The server does not know the user, or the password is another one. */
    LOGIN_REFUSED,
    /** The server takes no mail from the sender. */
    SENDER_REFUSED,
    /** The server takes no mail for the address now. */
    ADDRESS_BUSY,
    /** The server takes no mail for the address. */
    ADDRESS_REFUSED,
    /** The server does not take the mail now. */
    MAIL_BUSY,
    /** The server does not take the mail, for instance because it is too large. */
    MAIL_REFUSED,
    /** Anything else. */
    FAILED;

    /** {@return whether another mail may fare better at once} */
    boolean isAboutOneMail() {
      return switch (this) {
        case ADDRESS_BUSY, ADDRESS_REFUSED, MAIL_BUSY, MAIL_REFUSED -> true;
        case DONE,
            OFF,
            UNUSABLE,
            HOST_UNKNOWN,
            CONNECTION_REFUSED,
            NO_ANSWER,
            TLS_REFUSED,
            LOGIN_REFUSED,
            SENDER_REFUSED,
            FAILED ->
            false;
      };
    }

    /** {@return whether trying the same again would be in vain} */
    boolean isForGood() {
      return this == ADDRESS_REFUSED || this == MAIL_REFUSED;
    }
  }

  /** {@return whether it went well} */
  public boolean done() {
    return end == AttemptResult.DONE;
  }
}
