/**
 * Decodes text that somebody has saved anywhere in the world. Start with {@link
 * org.rollcall.school.text.TextDecoder}, which finds out in which encodings the words make sense.
 */
package org.rollcall.school.text;
