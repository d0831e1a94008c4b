/**
 * The registers of lessons, with the teachers' corrections: {@link
 * org.rollcall.store.register.Lessons} stores the register of each lesson, {@link
 * org.rollcall.store.register.Marks} counts marks across lessons.
 */
package org.rollcall.store.register;
