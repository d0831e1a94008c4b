/**
 * User accounts ({@link org.rollcall.store.account.Accounts}), current logins ({@link
 * org.rollcall.store.account.Logins}) and the audit log ({@link
 * org.rollcall.store.account.AuditLog}). Passwords and login tokens are stored as hashes only.
 */
package org.rollcall.store.account;
