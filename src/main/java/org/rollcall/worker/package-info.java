/**
 * Work in processes of its own, so that a recording that makes a library crash, hang or take all
 * memory ends one process and nothing else. Start with {@link org.rollcall.worker.ChildWorkers},
 * which has each lesson worked on by a process of its own, or with {@code Worker}, which runs in
 * such a process.
 *
 * <p>There is one protocol: a {@code WorkerClient} starts a Java virtual machine ({@link
 * org.rollcall.worker.WorkerJvm} has its options), writes a {@code Request} to its standard input,
 * and listens to its standard output ({@code Signals}) until that is answered, or the process dies,
 * hangs or takes too much. Results that last go through the store. A worker ends when its standard
 * input does: with its parent.
 *
 * <p>{@link org.rollcall.worker.PhotoWorker} looks at photos while somebody waits, and {@link
 * org.rollcall.worker.JobQueue} does at once what people ask a service for.
 */
package org.rollcall.worker;
