package org.rollcall.identity.cohort;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.rollcall.model.picture.Embedding;

/** Comparison of forty people in a room with a class of forty. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 5, time = 3)
public class CohortBenchmarks {
  private static final int PEOPLE = 40;

  private final FaceSpace space = new FaceSpace(1);
  private final List<Embedding> faces = Stream.generate(space::person).limit(PEOPLE).toList();
  private final List<Cohort.Measured> templates =
      Stream.generate(space::person).limit(PEOPLE).map(space.cohort()::measure).toList();

  /** {@return the sum of the scores of each face with each template} */
  @Benchmark
  public double scores() {
    double sum = 0;
    for (Embedding face : faces) {
      Cohort.Measured measured = space.cohort().measure(face);
      for (Cohort.Measured template : templates) {
        sum += measured.score(template);
      }
    }
    return sum;
  }
}
