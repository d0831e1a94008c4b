package org.rollcall.settings;

import java.nio.file.Path;
import java.util.Optional;
import org.rollcall.basics.setting.Help;
import org.rollcall.basics.setting.Section;
import org.rollcall.basics.setting.Setting;
import org.rollcall.school.Home;

/**
 * Settings for the source of model packs.
 *
 * @param from folder to install packs from, absolute or relative to the home folder (see {@link
 *     Home#resolve}); empty for their pinned public addresses
 */
@Section("models")
@Help("Where model packs come from.")
public record ModelsSettings(
    @Setting(key = "models.from", expected = Setting.FOLDER, variable = ModelsSettings.VARIABLE)
        @Help("Folder that model packs are installed from. Leave empty for their public addresses.")
        Optional<Path> from) {
  /** The environment variable that overrides the folder. */
  public static final String VARIABLE = "ROLLCALL_MODELS_FROM";
}
