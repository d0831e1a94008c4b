/**
 * Work in processes of its own, so that a recording that makes a library crash, hang or take all
 * memory ends one process and nothing else. Start with {@link org.rollcall.worker.ChildWorkers}.
 *
 * <p>The parent starts a Java machine for each lesson, with the environment that the libraries
 * want, and listens to its standard output ({@link org.rollcall.worker.Signals}). All results go
 * through the store. A child ends when its standard input does: with the parent.
 *
 * <p>{@link org.rollcall.worker.Errands} does so at once what people ask a service for.
 */
package org.rollcall.worker;
