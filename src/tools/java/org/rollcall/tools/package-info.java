/**
 * Programs for developers: they are compiled with the tests, are not in the jar, and are run by
 * hand when networks, limits or pages change. Their tables are in Markdown, to be copied into the
 * documents.
 *
 * <dl>
 *   <dt>{@link org.rollcall.tools.compare.CompareDetectors}
 *   <dd>which faces each detector finds, and how fast
 *   <dt>{@link org.rollcall.tools.compare.ComparePacks}
 *   <dd>how many people each embedder recognises, and how fast
 *   <dt>{@link org.rollcall.tools.compare.CompareClassifiers}
 *   <dd>whether strangers pass the limits of each classifier as seldom as promised
 *   <dt>{@link org.rollcall.tools.simulate.SimulateLessons}
 *   <dd>the open-set test: who is marked by mistake, and who is missed, in thousands of lessons
 *   <dt>{@link org.rollcall.tools.simulate.SimulateGroups}
 *   <dd>whether absent students of any group are marked when strangers like them come in
 *   <dt>{@link org.rollcall.tools.cohort.MakeCohort}
 *   <dd>the statistics of strangers that the limits of an embedding space come from
 *   <dt>{@link org.rollcall.tools.pages.TimePages}
 *   <dd>how long pages take with a year of lessons behind them
 *   <dt>{@link org.rollcall.tools.SlowestTests}
 *   <dd>which test classes take longest; every {@code mvn verify} ends with it
 *   <dt>{@code DecodingBenchmarks}, {@code FaceBenchmarks}, {@code CohortBenchmarks}
 *   <dd>single steps, measured by JMH: {@code mvn test-compile exec:exec@benchmarks}
 * </dl>
 *
 * <p>After {@code mvn package}, with the installed packs in {@code config/models}:
 *
 * <pre>{@code
 * CP='target/test-classes:target/classes:target/lib/*'
 * java -cp "$CP" org.rollcall.tools.compare.CompareDetectors \
 *     config/models packs data/detection data/classes/dev-a data/classes/dev-b
 * java -cp "$CP" org.rollcall.tools.compare.ComparePacks data/lfw-dev/people config/models
 * java -cp "$CP" org.rollcall.tools.compare.CompareClassifiers \
 *     data/lfw-dev/people config/models fused
 * java -Xmx4g -cp "$CP" org.rollcall.tools.simulate.SimulateLessons \
 *     data/lfw-dev/people data/lfw-dev/strangers config/models /tmp/filmed
 * java -Xmx6g -cp "$CP" org.rollcall.tools.simulate.SimulateGroups config/models /tmp/people 10 \
 *     fused,compact TEMPLATE,KNN data/groups/strangers/* data/LFW data/groups/people
 * java -Xmx6g -cp "$CP" org.rollcall.tools.cohort.MakeCohort config/models compact compact.bin \
 *     /tmp/people data/groups/strangers/* data/LFW data/groups/people
 * java -cp "$CP" org.rollcall.tools.pages.TimePages
 * }</pre>
 *
 * <p>{@code data/LFW} are the photos of {@code data/lfw-dev/strangers}: the folder's name is that
 * of the group. Faces and embeddings are kept in {@code /tmp/people}; the people must be the same
 * every time.
 *
 * <p>To try other weights of the compact pack, no new jar is needed: what comes first on the class
 * path counts. {@code new} holds them as the resources do, with their own list of files, and the
 * cohort made with them. Use a copy of the models folder, because the pack is unpacked there.
 *
 * <pre>{@code
 * PACK=new/org/rollcall/face/pack/compact   # the networks, and pack.properties
 * COHORT=new/org/rollcall/identity/cohort
 * (cd $PACK && for f in *.json *.params pack.properties; do
 *   echo "$(sha256sum < $f | cut -d' ' -f1) $(stat -c %s $f) $f"
 * done > pack.files)
 * mkdir -p $COHORT
 * java -Xmx6g -cp "new:$CP" org.rollcall.tools.cohort.MakeCohort \
 *     new-models compact $COHORT/compact.bin /tmp/people data/groups/strangers/* data/LFW
 * java -cp "new:$CP" org.rollcall.tools.compare.ComparePacks data/lfw-dev/people new-models
 * }</pre>
 *
 * <p>What needs the inside of a stage is in the stage's package, for instance {@code
 * identity.CohortBuilder}. Programs use nothing of the tests; tests may use what is here.
 */
package org.rollcall.tools;
