/**
 * The flow of one lesson: recordings to frames, faces, tracks, identities, marks and the sheet.
 *
 * <p>Start with {@link org.rollcall.lesson.LessonProcessor}, whose class comment lists the steps in
 * the order of the code. {@code LessonFootage} finds the recordings, {@code RecordingAnalyser}
 * turns them into tracks, {@code RegisterMaker} turns tracks into marks, {@link
 * org.rollcall.lesson.Sheets} takes in what teachers typed and writes the sheet, and {@link
 * org.rollcall.lesson.Trace} records where the time went.
 *
 * <p>This room joins the stages, which do not know each other. What comes before is in {@code
 * ingest} and {@code enrol}; which lessons are due is decided in {@code run}. A lesson is processed
 * in one thread.
 */
package org.rollcall.lesson;
