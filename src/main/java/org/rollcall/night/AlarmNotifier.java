package org.rollcall.night;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.rollcall.basics.HostName;
import org.rollcall.model.Message;
import org.rollcall.model.RollcallException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports alarms in the log, to a messenger, and through an external program if there is one. Each
 * kind is reported once a day, even if the service restarts or several nodes raise it.
 */
public final class AlarmNotifier {
  private static final Logger LOG = LoggerFactory.getLogger(AlarmNotifier.class);

  private final BiPredicate<String, LocalDate> firstToday;
  private final Path output;
  private final Duration timeout;
  private final Set<String> reportedHere = new HashSet<>();

  /**
   * Has reported nothing yet.
   *
   * @param firstToday records that an alarm is reported on a day, and returns whether it is the
   *     first time that day; if it fails, the alarm is reported anyway
   * @param output file that receives the program's output
   */
  public AlarmNotifier(BiPredicate<String, LocalDate> firstToday, Path output) {
    this(firstToday, output, AlarmCommand.TIMEOUT);
  }

  AlarmNotifier(BiPredicate<String, LocalDate> firstToday, Path output, Duration timeout) {
    this.firstToday = firstToday;
    this.output = output;
    this.timeout = timeout;
  }

  /**
   * Reports the alarms that have not been reported on that day.
   *
   * @param alarms all current alarms
   * @param today the day
   * @param command program to start and its arguments; an empty list for none
   * @param messenger receives a line for each alarm; must return quickly
   */
  public synchronized void report(
      List<Alarm> alarms, LocalDate today, List<String> command, Consumer<Message> messenger) {
    List<Alarm> unreported = alarms.stream().filter(alarm -> isUnreported(alarm, today)).toList();
    if (unreported.isEmpty()) {
      return;
    }
    unreported.forEach(alarm -> LOG.error("{}", alarm.sentence()));
    Message lines =
        Message.worded(
            language ->
                unreported.stream()
                    .map(alarm -> alarm.sentence().text(language) + "\n")
                    .collect(joining()));
    messenger.accept(lines);
    if (!command.isEmpty()) {
      new AlarmCommand(command, output, timeout).send(lines.text(Locale.ENGLISH));
    }
  }

  private boolean isUnreported(Alarm alarm, LocalDate today) {
    String name = name(alarm.kind());
    reportedHere.removeIf(reported -> !reported.endsWith(today.toString()));
    return reportedHere.add(name + " " + today) && isNew(name, today);
  }

  private boolean isNew(String name, LocalDate today) {
    try {
      return firstToday.test(name, today);
    } catch (RollcallException e) {
      // A full disk may be what the alarm is about.
      LOG.warn("Cannot record that an alarm has been reported: {}", e.getMessage());
      return true;
    }
  }

  /**
   * Disk, scheduler, pages and failed checks are each node's own; all nodes share the other alarms.
   */
  private static String name(Alarm.AlarmKind kind) {
    return switch (kind) {
      case LITTLE_SPACE, NO_SCHEDULER, NO_PAGE, UNCHECKED -> kind + " " + HostName.here();
      case MISSED_NIGHT, MANY_WAITING, LONG_WAITING -> kind.name();
    };
  }
}
