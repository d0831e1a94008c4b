/**
 * The pages for admins: the state of the service, recordings, schedule, storage, model packs,
 * users, mails, settings and the audit log. {@link org.rollcall.web.admin.AdminArea} lists the
 * groups of addresses.
 *
 * <p>What takes long to measure is kept by {@code AdminProbes}, so that no page waits for a slow
 * disk.
 */
package org.rollcall.web.admin;
