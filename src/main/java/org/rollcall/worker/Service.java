package org.rollcall.worker;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.night.Alarm;

/**
 * The running service, as its pages see it. All of it may be used by several threads.
 *
 * @param alarms tells what a person should look at
 * @param nextDue tells when a night is next due; empty if none is any more
 * @param jobs does what people ask for, and knows what is worked on
 */
public record Service(
    Supplier<List<Alarm>> alarms, Supplier<Optional<Instant>> nextDue, JobQueue jobs) {}
