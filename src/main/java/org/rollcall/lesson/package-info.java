/**
 * The flow: what happens to a recording from the watched folder to the sheet. Start with {@link
 * org.rollcall.lesson.LessonProcessor}; {@link org.rollcall.lesson.Trace} tells where its time
 * went.
 *
 * <p>This layer joins the stages, which know nothing of each other. It is used from one thread.
 */
package org.rollcall.lesson;
