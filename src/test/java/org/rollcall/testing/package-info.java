/** What the tests of several packages share: a made class, its lesson, and the truth about it. */
package org.rollcall.testing;
