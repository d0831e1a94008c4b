/**
 * Limits on the memory that Java and the C library hold, so that the process takes no more than it
 * uses.
 */
package org.rollcall.memory;
