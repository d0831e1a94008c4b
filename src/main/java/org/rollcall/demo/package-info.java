/**
 * A class of people who do not exist, and a film of a lesson of theirs, about which all is known:
 * what {@code rollcall demo} shows, and what the tests process.
 *
 * <p>Start at {@link org.rollcall.demo.ClassroomFootage}: a {@link org.rollcall.demo.Scene} says
 * what is wanted; {@code Performance} is what one person does, {@code Actor} paints it, {@code
 * Classroom} puts people and furniture together, {@code Sensor} makes a camera's picture of that,
 * and {@code LessonFilm} the recording. {@link org.rollcall.evaluation.Truth} is what really
 * happened, {@link org.rollcall.demo.Comparison} how a register compares with it, and {@link
 * org.rollcall.demo.DemoHome} the installation that all of it lies in.
 *
 * <p>The same scene always gives the same film. The faces are samples of a statistical model.
 */
package org.rollcall.demo;
