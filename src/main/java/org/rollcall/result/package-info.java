/**
 * The result of a lesson in {@code output/}: machine-readable data, and images as evidence.
 *
 * <p>Depends on {@code model} and {@code basics} only.
 */
package org.rollcall.result;
