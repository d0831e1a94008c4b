/**
 * What lessons found out, and what teachers wrote over it: {@link
 * org.rollcall.store.register.Lessons} keeps each lesson's register, {@link
 * org.rollcall.store.register.Marks} counts marks over many lessons.
 */
package org.rollcall.store.register;
