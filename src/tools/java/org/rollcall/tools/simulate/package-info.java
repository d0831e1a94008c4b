/**
 * The open-set test. {@link org.rollcall.tools.simulate.SimulateLessons} films people once, as a
 * cheap camera would, and holds lessons with them in classes drawn by lot; tracks, matches and
 * limits are those of Rollcall itself.
 */
package org.rollcall.tools.simulate;
