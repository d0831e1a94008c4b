/**
 * The pages with which admins enrol students: classes, rosters, photos, and pictures that are taken
 * with a webcam. {@link org.rollcall.web.enrol.EnrolArea} lists the groups of addresses.
 */
package org.rollcall.web.enrol;
