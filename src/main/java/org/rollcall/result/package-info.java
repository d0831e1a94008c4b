/**
 * What a lesson leaves in {@code output/}: the result for machines, and pictures as evidence.
 *
 * <p>Besides {@code config} the only package that knows Jackson. Imports {@code model} only.
 */
package org.rollcall.result;
