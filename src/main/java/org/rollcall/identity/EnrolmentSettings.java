package org.rollcall.identity;

import org.rollcall.basics.setting.Help;
import org.rollcall.basics.setting.Section;
import org.rollcall.basics.setting.Setting;
import org.rollcall.basics.setting.SettingsType;

/**
 * Requirements for enrolment photos.
 *
 * @param minFacePixels least width of the face in the photo, in pixels
 * @param minSharpness least sharpness of the face, 0..1; 0 accepts every photo
 */
@Section("enrolment")
@Help("What enrolment photos must be like.")
public record EnrolmentSettings(
    @Setting(key = "enrolment.minFacePixels", fallback = "40", limits = "20 to 400 pixels")
        @Help("Smallest width of the face in an enrolment photo.")
        int minFacePixels,
    @Setting(key = "enrolment.minSharpness", fallback = "0.1", limits = "0 to 1")
        @Help("How sharp the face in an enrolment photo must be; 0 accepts every photo.")
        double minSharpness) {
  public EnrolmentSettings {
    SettingsType.of(EnrolmentSettings.class).check(minFacePixels, minSharpness);
  }
}
