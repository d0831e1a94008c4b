/**
 * Who may log in ({@link org.rollcall.store.account.Accounts}), who has ({@link
 * org.rollcall.store.account.Logins}), and who did what when ({@link
 * org.rollcall.store.account.AuditLog}). Passwords and login tokens are kept as hashes only.
 */
package org.rollcall.store.account;
