package org.rollcall.worker;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.night.Alarm;

/**
 * The running service, as its pages see it. All of it is for any number of threads.
 *
 * @param alarms gives the alarms
 * @param nextDue gives the start of the next nightly run; empty if there is none
 * @param jobs does what users ask for, and knows what is being worked on
 */
public record Service(
    Supplier<List<Alarm>> alarms, Supplier<Optional<Instant>> nextDue, JobQueue jobs) {}
