package org.rollcall.worker;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.night.Alarm;

/**
 * The running service, as its pages see it. Thread-safe throughout.
 *
 * @param alarms gives the current alarms
 * @param nextDue gives the start of the next nightly run; empty if there is none
 * @param jobs runs what users ask for, and knows which lessons are being processed
 */
public record Service(
    Supplier<List<Alarm>> alarms, Supplier<Optional<Instant>> nextDue, JobQueue jobs) {}
