/** Makes the cohort files that come with Rollcall, one for each embedding space. */
package org.rollcall.tools.cohort;
