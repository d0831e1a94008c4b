/**
 * Mails to people: sheets of lessons, weekly summaries, warnings of absences, alarms. Off unless
 * the settings name a mail server.
 *
 * <p>Start at {@link org.rollcall.mail.MailService}. Nothing is handed over when a lesson is
 * processed: the postman looks into the store for what is new, asks for mails in the {@link
 * org.rollcall.store.mail.Outbox}, and sends what is due there. So the work on lessons neither
 * waits for mails nor fails with them. Each kind of mail is an {@code Occasion}; it asks for mails,
 * and writes their words when they are sent, from what the store says then.
 *
 * <p>A {@code Letter} is a list of blocks. They are shown twice in each mail: as plain text, and as
 * HTML by the JTE template in {@code src/main/mail}, which escapes what it shows. Words are in
 * {@code words.properties}, one file for each language.
 *
 * <p>Only this package knows Jakarta Mail. Used by the doors and by {@code doctor}.
 */
package org.rollcall.mail;
