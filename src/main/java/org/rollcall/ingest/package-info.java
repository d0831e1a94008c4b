/**
 * What a recording is, before anybody looks at its frames: known by the hash of its content, with a
 * start and a length, and assigned to the lessons that it shows by its name and the timetable.
 *
 * <p>Start with {@link org.rollcall.ingest.RecordingInspector}. Recordings and photos that arrive
 * at the pages are checked and stored here.
 */
package org.rollcall.ingest;
