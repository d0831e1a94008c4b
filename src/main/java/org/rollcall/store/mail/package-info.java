/**
 * The outbox ({@link org.rollcall.store.mail.Outbox}), and the mail preferences of accounts ({@link
 * org.rollcall.store.mail.MailPreferences}).
 */
package org.rollcall.store.mail;
