/**
 * Rollcall: recordings of lessons in, dated attendance sheets out.
 *
 * <p>Start reading here: {@link org.rollcall.Main} builds the objects; {@link
 * org.rollcall.lesson.FootageRun} goes through the watched folder; {@link
 * org.rollcall.lesson.LessonProcessor} is the way of a lesson to its sheet, step by step; {@code
 * org.rollcall.model} holds the values that travel on it; {@link org.rollcall.identity.Identifier}
 * decides who is who.
 *
 * <p>Imports point down, stages do not know each other, and each library is known to one package,
 * but for OpenCV (a test holds all three):
 *
 * <table>
 *   <caption>The layers, from the top</caption>
 *   <tr><th>layer</th><th>package</th><th>what it is for</th><th>library</th></tr>
 *   <tr><td>root</td><td>{@code org.rollcall}</td><td>builds the objects</td><td></td></tr>
 *   <tr><td>doors</td><td>{@code cli}</td><td>commands and the console</td>
 *       <td>picocli</td></tr>
 *   <tr><td></td><td>{@code schedule}</td><td>when to run by itself</td><td>Quartz</td></tr>
 *   <tr><td></td><td>{@code web}, {@code web.kit}; {@code web.classes}, {@code web.enrol}, {@code
 *       web.admin}, {@code web.monitor}</td>
 *       <td>the server of the pages, what pages are made of; the pages and metrics by area</td>
 *       <td>Javalin, JTE, Prometheus formats; Jackson</td></tr>
 *   <tr><td>measures</td><td>{@code bench}</td><td>how fast the flow is</td><td>Jackson</td></tr>
 *   <tr><td></td><td>{@code doctor}</td><td>whether an installation is in order</td>
 *       <td>Jackson</td></tr>
 *   <tr><td>processes</td><td>{@code worker}</td>
 *       <td>recordings and photos looked into by processes of their own</td><td></td></tr>
 *   <tr><td>flow</td><td>{@code lesson}</td><td>from the recording to the sheet</td><td></td></tr>
 *   <tr><td></td><td>{@code night}</td><td>what a night is, and the alarm without one</td>
 *       <td></td></tr>
 *   <tr><td></td><td>{@code access}</td><td>who may open the pages</td><td>Password4j</td></tr>
 *   <tr><td></td><td>{@code mail}</td><td>mails to people</td><td>Jakarta Mail, JTE</td></tr>
 *   <tr><td></td><td>{@code worker}</td><td>the child processes that work on lessons</td>
 *       <td></td></tr>
 *   <tr><td></td><td>{@code log}</td><td>where messages go</td><td></td></tr>
 *   <tr><td></td><td>{@code evaluation}</td><td>how often marks are right</td>
 *       <td>Jackson</td></tr>
 *   <tr><td></td><td>{@code demo}</td><td>a made-up class and a film of its lesson</td>
 *       <td></td></tr>
 *   <tr><td>settings</td><td>{@code config}</td><td>settings, rosters, timetable, folders</td>
 *       <td>Jackson</td></tr>
 *   <tr><td>stages</td><td>{@code inbox}</td><td>the watched folder</td><td></td></tr>
 *   <tr><td></td><td>{@code video}</td><td>frames, photos, annotated pictures</td>
 *       <td>JavaCV</td></tr>
 *   <tr><td></td><td>{@code face}, {@code face.pack}</td>
 *       <td>finding and describing faces; model packs</td><td>DJL; OpenCV for YuNet</td></tr>
 *   <tr><td></td><td>{@code identity}, {@code identity.svm}</td>
 *       <td>tracks, matches, marks; support vector machines</td><td>LIBLINEAR</td></tr>
 *   <tr><td></td><td>{@code sheet}</td><td>workbooks, and corrections back from them</td>
 *       <td>POI</td></tr>
 *   <tr><td></td><td>{@code result}</td><td>results for machines, evidence</td><td>Jackson</td></tr>
 *   <tr><td></td><td>{@code store}</td><td>ledger, templates, registers, corrections</td>
 *       <td>JDBI, Flyway, SQLite, PostgreSQL, HikariCP; Jackson</td></tr>
 *   <tr><td></td><td>{@code memory}</td><td>what the process holds to spare</td><td>JNA</td></tr>
 *   <tr><td>values</td><td>{@code model}, {@code model.evaluation}</td>
 *       <td>the school's terms; what an evaluation counts</td><td></td></tr>
 *   <tr><td>ground</td><td>{@code basics}</td>
 *       <td>files, threads and the machine; knows nothing of Rollcall</td><td></td></tr>
 *   <tr><td></td><td>{@code basics.setting}</td>
 *       <td>settings records: keys, defaults, limits, help</td><td></td></tr>
 * </table>
 */
package org.rollcall;
