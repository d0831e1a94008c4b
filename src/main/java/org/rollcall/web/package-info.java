/**
 * What can be seen and done over the network. Start with {@link org.rollcall.web.PageServer}, which
 * {@code serve} opens.
 *
 * <p>Each group of addresses is a class of its own, a {@code Routes}. Those for people lie behind
 * the {@code Door}: it knows who asks, and lets nobody to a class that is not his or her own, nor
 * to the admin's pages ({@code Admin}) who is none. Their pages are JTE templates in {@code
 * src/main/jte}, which escape what they show; their words are in {@code words.properties}, one file
 * for each language. Records such as {@code LessonPage} are what the templates see. Health and
 * metrics are for programs, and open to whoever reaches the port. {@code Serving} says how all of
 * it gets to browsers.
 *
 * <p>Only this package knows Javalin and the formats of Prometheus. Requests are answered by a few
 * threads of their own. Health and metrics touch no disc: one thread of low priority looks at the
 * installation, and no more often than twice a minute.
 */
package org.rollcall.web;
