/**
 * Support vector machines: numbers in, numbers out. The only package that depends on LIBLINEAR,
 * whose coordinate descent quickly solves what would be slow and delicate to reimplement.
 */
package org.rollcall.identity.svm;
