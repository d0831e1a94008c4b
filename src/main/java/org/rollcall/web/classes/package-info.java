/**
 * The pages for teachers: their classes, lessons and students, the marks and how they are
 * corrected, unknown faces, attendance that is taken at once, registers to download and sheets by
 * mail. {@link org.rollcall.web.classes.ClassArea} lists the groups of addresses.
 */
package org.rollcall.web.classes;
