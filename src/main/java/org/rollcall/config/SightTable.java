package org.rollcall.config;

import org.rollcall.config.SettingsTable.Source;

/** The part of {@link SettingsTable} about what others see of the work. */
final class SightTable {
  private SightTable() {}

  static WebSettings web(Source from) {
    return new WebSettings(
        from.take(
            new Setting<>(
                "web.port",
                Form.wholeNumber(0, 65_535, ""),
                settings -> settings.web().port(),
                "Port at which 'serve' shows its pages, and tells how it gets on, at /health and"
                    + " /metrics; 0 for none.")),
        from.take(
            new Setting<>(
                "web.address",
                Form.text("a network address or the name of a machine"),
                settings -> settings.web().address(),
                "Network address of that port. 127.0.0.1 is for this machine, 0.0.0.0 for everybody"
                    + " who reaches it. Pages need a login, /health and /metrics do not; nothing is"
                    + " encrypted.")),
        from.take(
            new Setting<>(
                "web.publicAddress",
                Form.webAddress().orNothing(),
                settings -> settings.web().publicAddress(),
                "Where people find the pages, for the links in mails: the address of the proxy"
                    + " before them, for instance. Nothing for mails without links.")));
  }

  static LogSettings log(Source from) {
    return new LogSettings(
        from.take(
            new Setting<>(
                "log.keepFiles",
                Form.wholeNumber(1, 1000, " files"),
                settings -> settings.log().keepFiles(),
                "How many full files of the log are kept in output/logs/, beside the one that is"
                    + " written.")),
        from.take(
            new Setting<>(
                "log.fileMegabytes",
                Form.wholeNumber(1, 1000, " megabytes"),
                settings -> settings.log().fileMegabytes(),
                "Size at which a file of the log is full.")));
  }

  static WarningSettings warnings(Source from) {
    return new WarningSettings(
        from.take(
            new Setting<>(
                "warnings.attendanceBelow",
                Form.wholeNumber(0, 100, " percent"),
                settings -> settings.warnings().attendanceBelow(),
                "Pages and mails warn of a student who attended less of the lessons taken; 0 for"
                    + " never.")),
        from.take(
            new Setting<>(
                "warnings.fromLessons",
                Form.wholeNumber(1, 1000, " lessons"),
                settings -> settings.warnings().fromLessons(),
                "How many lessons must have been taken before they do.")),
        from.take(
            new Setting<>(
                "warnings.absencesInARow",
                Form.wholeNumber(0, 1000, " lessons"),
                settings -> settings.warnings().absencesInARow(),
                "Pages and mails warn of a student who was absent so often since he or she was last"
                    + " there; 0 for never.")));
  }
}
