/**
 * Rollcall: recordings of lessons in, dated attendance sheets out.
 *
 * <p>Start reading here: {@link org.rollcall.Main} builds the objects; {@link
 * org.rollcall.lesson.LessonProcessor} is the way of a recording, step by step; {@code
 * org.rollcall.model} holds the values that travel on it; {@link org.rollcall.identity.Identifier}
 * decides who is who. For what happens around it, follow {@link org.rollcall.run.FootageRun}.
 *
 * <p>Imports point down this table. Rooms of one layer do not know each other; the parts of a room
 * (such as {@code store.db}) do. A test holds the table against the packages, lists what each room
 * uses, and says which libraries it may know.
 *
 * <table>
 *   <caption>The layers, from the top</caption>
 *   <tr><th>layer</th><th>room</th><th>what it is for</th><th>library</th></tr>
 *   <tr><td>start</td><td>{@code org.rollcall}</td><td>builds the objects</td><td></td></tr>
 *   <tr><td>doors</td><td>{@code cli}, {@code cli.console}</td>
 *       <td>commands; how they write to a terminal</td><td>picocli</td></tr>
 *   <tr><td></td><td>{@code schedule}</td><td>when to run by itself</td><td>Quartz</td></tr>
 *   <tr><td></td><td>{@code web}, {@code web.kit}</td><td>the server; what all pages share</td>
 *       <td>Javalin, JTE; Jackson</td></tr>
 *   <tr><td></td><td>{@code web.classes}, {@code web.enrol}, {@code web.admin}</td>
 *       <td>pages: lessons and marks, enrolment, administration</td><td></td></tr>
 *   <tr><td></td><td>{@code web.monitor}</td><td>health and metrics</td>
 *       <td>Prometheus formats</td></tr>
 *   <tr><td>processes</td><td>{@code worker}</td><td>the work in child processes</td><td></td></tr>
 *   <tr><td></td><td>{@code bench}</td><td>how fast the flow is</td><td>Jackson</td></tr>
 *   <tr><td>running</td><td>{@code run}</td><td>which lessons are due, one after the other</td>
 *       <td></td></tr>
 *   <tr><td></td><td>{@code demo}</td><td>a made-up class and a film of its lesson</td>
 *       <td></td></tr>
 *   <tr><td>services</td><td>{@code desk}</td><td>what pages and commands ask for</td>
 *       <td></td></tr>
 *   <tr><td></td><td>{@code evaluation}</td><td>how often marks are right</td>
 *       <td>Jackson</td></tr>
 *   <tr><td></td><td>{@code doctor}</td><td>whether an installation is in order</td>
 *       <td>Jackson</td></tr>
 *   <tr><td>flow</td><td>{@code lesson}</td><td>from the recording to the sheet</td><td></td></tr>
 *   <tr><td>before it</td><td>{@code ingest}</td>
 *       <td>what a recording is, and which lessons it shows</td><td></td></tr>
 *   <tr><td></td><td>{@code enrol}</td><td>from photos to templates; unknown persons</td>
 *       <td></td></tr>
 *   <tr><td>installation</td><td>{@code home}</td><td>opens an installation</td><td></td></tr>
 *   <tr><td></td><td>{@code log}</td><td>the log and its files</td><td></td></tr>
 *   <tr><td></td><td>{@code night}</td><td>what a night is, and the alarm without one</td>
 *       <td></td></tr>
 *   <tr><td></td><td>{@code access}</td><td>who may open the pages</td><td>Password4j</td></tr>
 *   <tr><td></td><td>{@code mail}</td><td>mails to people</td><td>Jakarta Mail, JTE</td></tr>
 *   <tr><td>settings</td><td>{@code settings}</td><td>{@code config/rollcall.yaml}</td>
 *       <td>Jackson</td></tr>
 *   <tr><td>stages</td><td>{@code inbox}, {@code inbox.name}</td>
 *       <td>the watched folder; what names of recordings say</td><td></td></tr>
 *   <tr><td></td><td>{@code video}</td><td>frames, photos, annotated pictures</td>
 *       <td>JavaCV</td></tr>
 *   <tr><td></td><td>{@code video.streams}, {@code video.convert}</td>
 *       <td>what of a file is the recording; upright pictures in true colours</td>
 *       <td>FFmpeg, OpenCV</td></tr>
 *   <tr><td></td><td>{@code coverage}</td><td>whether the room was seen</td><td></td></tr>
 *   <tr><td></td><td>{@code face}</td><td>detects, aligns and embeds faces</td>
 *       <td>DJL; OpenCV for YuNet</td></tr>
 *   <tr><td></td><td>{@code face.pack}, {@code face.convert}</td>
 *       <td>model packs; converts published networks</td><td></td></tr>
 *   <tr><td></td><td>{@code identity}, {@code identity.cohort}, {@code identity.svm}</td>
 *       <td>tracks, matches, marks; support vector machines</td><td>LIBLINEAR</td></tr>
 *   <tr><td></td><td>{@code sheet}, {@code sheet.typed}, {@code sheet.evaluation}</td>
 *       <td>workbooks; what people typed into them; evaluations as workbooks</td>
 *       <td>POI, SODS</td></tr>
 *   <tr><td></td><td>{@code result}</td><td>results for machines, evidence</td><td>Jackson</td></tr>
 *   <tr><td></td><td>{@code school}, {@code school.text}</td>
 *       <td>a school's files: rosters, photos, timetable; in which encoding they are saved</td>
 *       <td>Jackson; ICU</td></tr>
 *   <tr><td></td><td>{@code store}</td><td>the database of an installation, open</td>
 *       <td>JDBI</td></tr>
 *   <tr><td></td><td>{@code store.ledger}, {@code store.register}, {@code store.people},
 *       {@code store.account}, {@code store.mail}</td>
 *       <td>recordings and claims; marks; enrolment and unknown persons; logins; mails</td>
 *       <td></td></tr>
 *   <tr><td></td><td>{@code store.backup}</td><td>all rows into a file and back</td>
 *       <td>Jackson</td></tr>
 *   <tr><td></td><td>{@code store.db}</td><td>connections, schema, failures</td>
 *       <td>Flyway, SQLite, PostgreSQL, HikariCP</td></tr>
 *   <tr><td>values</td><td>{@code model}, {@code model.picture}, {@code model.evaluation}</td>
 *       <td>the school's terms; pictures and faces; what an evaluation counts</td><td></td></tr>
 *   <tr><td></td><td>{@code basics}, {@code basics.setting}</td>
 *       <td>files, threads, hashes; how a setting is declared</td><td></td></tr>
 *   <tr><td></td><td>{@code memory}</td><td>what the process holds to spare</td><td>JNA</td></tr>
 * </table>
 */
package org.rollcall;
