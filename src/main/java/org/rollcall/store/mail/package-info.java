/**
 * Mails to be sent and mails that were ({@link org.rollcall.store.mail.Outbox}), and who wants
 * which ({@link org.rollcall.store.mail.MailPreferences}).
 */
package org.rollcall.store.mail;
