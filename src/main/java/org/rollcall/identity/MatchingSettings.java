package org.rollcall.identity;

import org.rollcall.basics.setting.Help;
import org.rollcall.basics.setting.Section;
import org.rollcall.basics.setting.Setting;
import org.rollcall.basics.setting.SettingsType;

/**
 * How students are recognised, and how sure a match must be.
 *
 * @param falseAcceptRate how often, at most, an absent student may be marked present in a lesson
 * @param minSightings number of sampled frames in which a student must be seen to be marked without
 *     a review
 * @param method how the students are told apart
 */
@Section("recognition")
@Help("How faces are matched with the students of the class.")
public record MatchingSettings(
    @Setting(key = "recognition.falseAcceptRate", fallback = "0.001", limits = "0.00001 to 0.05")
        @Help(
            "Highest accepted risk that an absent student is marked present in a lesson: 0.001 is"
                + " one in a thousand. A lower risk leaves more marks to review by hand.")
        double falseAcceptRate,
    @Setting(key = "recognition.minSightings", fallback = "5", limits = "1 to 100 frames")
        @Help("Number of frames in which a student must be seen to be marked without a review.")
        int minSightings,
    @Setting(key = "recognition.classifier", fallback = "template")
        @Help(
            "How a face is compared with the class: with the mean of each student's photos"
                + " (template), with the nearest photos (knn), by a support vector machine (svm),"
                + " or by a trained softmax layer (softmax). The same limits apply to all of them.")
        Method method) {
  /** How the students of a class are told apart. */
  public enum Method {
    /** By the mean of each student's photos. */
    TEMPLATE,
    /** By the k nearest of each student's photos. */
    KNN,
    /** By a linear support vector machine for each student. */
    SVM,
    /** By a linear layer with a softmax. */
    SOFTMAX
  }

  /** The defaults. */
  public static final MatchingSettings DEFAULT = SettingsType.of(MatchingSettings.class).defaults();

  public MatchingSettings {
    SettingsType.of(MatchingSettings.class).check(falseAcceptRate, minSightings, method);
  }
}
