/**
 * Support vector machines: numbers in, numbers out. The only package that knows LIBLINEAR, whose
 * coordinate descent solves in a moment what would be slow and delicate to write anew.
 */
package org.rollcall.identity.svm;
