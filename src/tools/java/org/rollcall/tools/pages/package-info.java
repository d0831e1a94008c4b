/** Times the pages of a school with a year of lessons. */
package org.rollcall.tools.pages;
