/**
 * What pages are made of: addresses and who may use them, requests and replies, words, uploads,
 * paging, login and failures. For {@code org.rollcall.web} and its areas only.
 *
 * <p>Start with {@link org.rollcall.web.kit.Area}: an area adds its addresses to a {@link
 * org.rollcall.web.kit.Router}, sorted by who may use them, and handles each request as an {@link
 * org.rollcall.web.kit.Exchange}. {@link org.rollcall.web.kit.Site} has what all of them share.
 *
 * <p>A {@link org.rollcall.web.kit.RouteGuard} reads nothing of a request's body before it knows
 * who sends it, and no more than the address takes; {@link org.rollcall.web.kit.Lanes} keep apart
 * what may have to wait.
 *
 * <p>Pages are JTE templates, which escape what they show. Those of each area are in a folder of
 * {@code src/main/jte} with its name and are compiled into its package, so that they see its view
 * models, such as {@code LessonPage}. Each template gets a {@link org.rollcall.web.kit.Frame}. The
 * words are in {@code words.properties}, one file for each language.
 */
package org.rollcall.web.kit;
