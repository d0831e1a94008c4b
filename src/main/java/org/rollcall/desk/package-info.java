/**
 * Services behind the web pages and commands, apart from processing: correcting marks, editing
 * rosters and photos, naming unknown faces, the history of a class, and the status of the
 * installation.
 *
 * <p>Each class here serves one task and is thread-safe. Whatever changes marks first saves what
 * teachers typed into the sheet, then brings sheet, result and class register up to date.
 */
package org.rollcall.desk;
