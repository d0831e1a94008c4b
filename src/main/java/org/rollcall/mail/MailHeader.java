package org.rollcall.mail;

/**
 * Sender, recipient and identity of a mail.
 *
 * @param sender address of the sender
 * @param name display name of the sender
 * @param recipient address of the recipient
 * @param key unique to the mail: mail programs show two mails with the same key as one
 */
record MailHeader(String sender, String name, String recipient, String key) {}
