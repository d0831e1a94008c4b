/**
 * The flow: what happens to a recording from the watched folder to the sheet.
 *
 * <p>Start with {@link org.rollcall.run.FootageRun}, a run over the folder: {@code Intake} tells
 * recordings by their content, {@code RecordingInspector} finds out which lessons they show, and
 * {@code LessonQueue} has these worked on. {@link org.rollcall.lesson.LessonProcessor} is the work
 * on one lesson, step by step; {@link org.rollcall.lesson.Trace} tells where its time went. Where
 * that is done, in this process or in others, is behind {@link org.rollcall.run.Workers}.
 *
 * <p>This layer joins the stages, which know nothing of each other. A lesson is worked on in one
 * thread; a run may have several of them, and what pages and services share says so.
 */
package org.rollcall.lesson;
