package org.rollcall.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rollcall.inbox.name.RecordingName;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;

/**
 * How long a recording is: as its file states; otherwise, from start to end as its name gives them.
 *
 * @param time its length, if known
 * @param remarks doubts about it
 */
record RecordedLength(Optional<Duration> time, List<Message> remarks) {
  private static final Duration GREATEST_DIFFERENCE = Duration.ofMinutes(1);

  /** The share of the length by which a name may be off, as a divisor. */
  private static final int TENTH = 10;

  static RecordedLength of(RecordingName name, Timing timing) {
    Optional<Duration> named =
        name.end().map(end -> Duration.between(name.start().orElseThrow().time(), end.time()));
    Optional<Duration> stated = timing.length();
    boolean differs =
        stated.isPresent()
            && named.filter(length -> areDifferent(length, stated.get())).isPresent();
    List<Message> remarks =
        differs ? List.of(remark(named.orElseThrow(), stated.orElseThrow())) : List.of();
    return new RecordedLength(stated.or(() -> named), remarks);
  }

  private static boolean areDifferent(Duration named, Duration stated) {
    Duration difference = named.minus(stated).abs();
    return difference.compareTo(GREATEST_DIFFERENCE) > 0
        || difference.compareTo(named.dividedBy(TENTH)) > 0;
  }

  private static Message remark(Duration named, Duration stated) {
    return Message.of(Reason.LENGTH_UNLIKE_NAME, minutes(stated), minutes(named));
  }

  private static String minutes(Duration length) {
    return "%d:%02d min".formatted(length.toMinutes(), length.toSecondsPart());
  }
}
