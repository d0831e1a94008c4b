/**
 * What pages and commands ask for beside the flow: marks to correct, rosters and photos to edit,
 * unknown faces to name, the history of a class, and how the installation stands.
 *
 * <p>Each class here serves one task and may be used by any number of threads. What changes marks
 * takes in what teachers typed into the sheet first, and leaves sheet, result and class register to
 * follow.
 */
package org.rollcall.desk;
