/**
 * Logging: to a rotating file that several processes share, and abridged to the console.
 *
 * <p>Start with {@link org.rollcall.log.Log}. All code logs through SLF4J and knows nothing of this
 * package; only {@code cli} imports it, to redirect the output of SLF4J's simple logger to it.
 * Thread-safe.
 */
package org.rollcall.log;
