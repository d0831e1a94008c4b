/**
 * What people typed into the sheets of lessons: read from whatever they have saved, with a report
 * of each cell that could not be taken. Start with {@link org.rollcall.sheet.typed.LessonSheet}.
 * Nothing here is thread-safe.
 */
package org.rollcall.sheet.typed;
