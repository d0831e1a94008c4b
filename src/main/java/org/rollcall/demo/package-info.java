/**
 * A fictitious class and a film of one of its lessons with known ground truth: what {@code rollcall
 * demo} shows, and what the tests process.
 *
 * <p>Start with {@link org.rollcall.demo.ClassroomFootage}. A {@link org.rollcall.demo.Scene}
 * specifies the lesson; a {@code Performance} is what one person does, an {@code Actor} paints it,
 * {@code Classroom} combines people and furniture, {@code Sensor} turns that into a camera frame,
 * and {@code LessonFilm} makes the recording. {@link org.rollcall.evaluation.Truth} is the ground
 * truth, {@link org.rollcall.demo.Comparison} compares a register with it, and {@link
 * org.rollcall.demo.DemoHome} is the installation that holds it all.
 *
 * <p>The same scene always gives the same film. The faces are samples of a statistical model.
 */
package org.rollcall.demo;
