/**
 * The pages in the browser, and health and metrics for monitoring programs. Start with {@link
 * org.rollcall.web.PageServer}, which {@code serve} opens.
 *
 * <p>This package only puts the server together. What the pages are made of is in {@code kit}; the
 * pages themselves are in areas that do not know each other: {@code classes} for teachers, {@code
 * enrol} and {@code admin} for admins, {@code monitor} for programs.
 *
 * <p>Only this package and those below it know Javalin and the formats of Prometheus. Requests are
 * handled by a few threads of their own.
 */
package org.rollcall.web;
