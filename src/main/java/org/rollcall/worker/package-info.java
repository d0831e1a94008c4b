/**
 * Work in child processes, so that a recording that makes a library crash, hang or exhaust the
 * memory ends one process and nothing else. Start with {@link org.rollcall.worker.ChildWorkers},
 * which processes lessons in child processes, or with {@code Worker}, which runs in that process.
 *
 * <p>The protocol is the same for all: a {@code WorkerClient} starts a Java virtual machine (with
 * the options of {@link org.rollcall.worker.WorkerJvm}), writes a {@code Request} to its standard
 * input, and reads {@code Signals} from its standard output until the request is answered, or the
 * process dies, hangs or takes too much memory. Lasting results go through the store. A worker ends
 * when its standard input does, that is, with its parent.
 *
 * <p>{@link org.rollcall.worker.PhotoWorker} examines photos while a person waits, and {@link
 * org.rollcall.worker.JobQueue} runs at once what people ask a service to do.
 */
package org.rollcall.worker;
