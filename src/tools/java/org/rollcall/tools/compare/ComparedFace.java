package org.rollcall.tools.compare;

/**
 * A face that was compared with a class.
 *
 * @param person whose face
 * @param enrolled whether the person is in the class
 * @param right whether the most alike student is the person
 * @param score how alike the most alike student is
 */
record ComparedFace(String person, boolean enrolled, boolean right, double score) {}
