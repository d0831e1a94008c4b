/** What the process asks of Java and of the C library, so that it takes no more than it uses. */
package org.rollcall.memory;
