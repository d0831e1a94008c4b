/**
 * Mails to people: sheets of lessons, weekly summaries, absence warnings and alarms. Off unless the
 * settings name a mail server.
 *
 * <p>Start with {@link org.rollcall.mail.MailService}. Processing a lesson hands nothing over: the
 * service checks the store for new results, adds mails to the {@link
 * org.rollcall.store.mail.Outbox}, and sends what is due there, so that lessons neither wait for
 * mails nor fail with them. Each {@code MailKind} adds its mails and writes their text just before
 * they are sent, from the data at that time.
 *
 * <p>A {@code MailBody} is a list of blocks, rendered twice in each mail: as plain text, and as
 * HTML by the JTE template in {@code src/main/mail}, which escapes its values. The texts are in
 * {@code words.properties}, one file for each language.
 *
 * <p>Only this package uses Jakarta Mail.
 */
package org.rollcall.mail;
