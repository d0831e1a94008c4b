package org.rollcall.mail;

/**
 * The result of an attempt to send a mail or to reach the mail server.
 *
 * @param end how it ended
 * @param sentence what happened and, after a failure, what to do about it
 */
public record Attempt(AttemptResult end, String sentence) {
  /** How an attempt can end. */
  public enum AttemptResult {
    /** The server has accepted the mail, or would accept one. */
    DONE,
    /** The settings name no mail server. */
    OFF,
    /** The mail, or the settings for it, cannot be used. */
    UNUSABLE,
    /** The host name of the server cannot be resolved. */
    HOST_UNKNOWN,
    /** The host exists, but nothing listens on the port, or it cannot be reached. */
    CONNECTION_REFUSED,
    /** Nothing answers, or not in time. */
    NO_ANSWER,
    /** The connection cannot be encrypted, or the server's certificate is not trusted. */
    TLS_REFUSED,
    /** The server does not know the user, or the password is wrong. */
    LOGIN_REFUSED,
    /** The server accepts no mail from the sender. */
    SENDER_REFUSED,
    /** The server accepts no mail for the address at present. */
    ADDRESS_BUSY,
    /** The server accepts no mail for the address. */
    ADDRESS_REFUSED,
    /** The server does not accept the mail at present. */
    MAIL_BUSY,
    /** The server rejects the mail, for instance because it is too large. */
    MAIL_REFUSED,
    /** Any other failure. */
    FAILED;

    /** {@return whether the failure concerns one mail only, so that others may still be sent} */
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

    /** {@return whether the failure is permanent, so that a retry is pointless} */
    boolean isForGood() {
      return this == ADDRESS_REFUSED || this == MAIL_REFUSED;
    }
  }

  /** {@return whether the attempt succeeded} */
  public boolean done() {
    return end == AttemptResult.DONE;
  }
}
