/**
 * Recordings before any frame is analysed: identified by the hash of their content, given a start
 * and a length, and assigned to the lessons they show by their names and the timetable.
 *
 * <p>Start with {@link org.rollcall.ingest.RecordingInspector}. Recordings and photos uploaded on
 * the pages are checked and stored here.
 */
package org.rollcall.ingest;
