/**
 * The pipeline for one lesson: from recordings to frames, faces, tracks, identities, marks and the
 * sheet.
 *
 * <p>Start with {@link org.rollcall.lesson.LessonProcessor}, whose class comment lists the steps in
 * code order. {@code LessonFootage} finds the recordings, {@code RecordingAnalyser} turns them into
 * tracks, {@code RegisterMaker} turns tracks into marks, {@link org.rollcall.lesson.Sheets} reads
 * teachers' corrections and writes the sheet, and {@link org.rollcall.lesson.Trace} records where
 * the time went.
 *
 * <p>This package joins the stages, which are unaware of each other. Earlier stages are in {@code
 * ingest} and {@code enrol}; {@code run} decides which lessons are due. Each lesson is processed by
 * a single thread.
 */
package org.rollcall.lesson;
