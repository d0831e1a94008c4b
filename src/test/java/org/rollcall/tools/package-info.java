/**
 * What is run by hand when networks or pages change: figures of packs side by side, the open-set
 * test, the cohorts, and the time that pages take with a year of lessons behind them.
 *
 * <p>After {@code mvn package}, with the installed packs in {@code config/models}:
 *
 * <pre>{@code
 * CP='target/test-classes:target/classes:target/lib/*'
 * java -cp "$CP" org.rollcall.tools.CompareDetectors \
 *     config/models packs data/detection data/classes/dev-a data/classes/dev-b
 * java -cp "$CP" org.rollcall.tools.ComparePacks data/lfw-dev/people config/models
 * java -cp "$CP" org.rollcall.tools.CompareClassifiers data/lfw-dev/people config/models fused
 * java -cp "$CP" org.rollcall.tools.SimulateLessons \
 *     data/lfw-dev/people data/lfw-dev/strangers config/models /tmp/cast
 * java -cp "$CP" org.rollcall.tools.MakeCohort data/lfw-dev/strangers config/models compact compact.bin
 * java -cp "$CP" org.rollcall.tools.TimePages
 * }</pre>
 *
 * <p>Other weights of the compact pack are tried without a new jar: what comes first on the class
 * path counts. {@code new} holds them as the resources do, with their own list of files, and the
 * cohort made of them. Give them a copy of the models folder, because the pack is unpacked there.
 *
 * <pre>{@code
 * PACK=new/org/rollcall/face/pack/compact   # the networks, and pack.properties
 * COHORT=new/org/rollcall/identity/cohort
 * (cd $PACK && for f in *.json *.params pack.properties; do
 *   echo "$(sha256sum < $f | cut -d' ' -f1) $(stat -c %s $f) $f"
 * done > pack.files)
 * mkdir -p $COHORT
 * java -cp "new:$CP" org.rollcall.tools.MakeCohort \
 *     data/lfw-dev/strangers new-models compact $COHORT/compact.bin
 * java -cp "new:$CP" org.rollcall.tools.ComparePacks data/lfw-dev/people new-models
 * }</pre>
 */
package org.rollcall.tools;
