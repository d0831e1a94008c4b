/** Detectors, embedders and classifiers side by side, on photos and recordings with known truth. */
package org.rollcall.tools.compare;
