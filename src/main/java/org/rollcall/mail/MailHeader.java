package org.rollcall.mail;

/**
 * What stands outside on a letter.
 *
 * @param sender address that it comes from
 * @param name of who sends it
 * @param recipient address that it goes to
 * @param key tells it from other letters: one that is sent twice is the same to mail programs
 */
record MailHeader(String sender, String name, String recipient, String key) {}
