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
                    + " encrypted without web.keyStore.")),
        from.take(
            new Setting<>(
                "web.keyStore",
                Form.file().orNothing(),
                settings -> settings.web().keyStore(),
                "The PKCS12 file with the certificate of this machine and its key, for pages by"
                    + " https alone; nothing for http.")),
        from.take(
            new Setting<>(
                "web.keyStorePasswordFile",
                Form.file().orNothing(),
                settings -> settings.web().keyStorePasswordFile(),
                "The file that holds the password of web.keyStore and nothing else, where"
                    + " ROLLCALL_WEB_KEYSTORE_PASSWORD is not set.")),
        from.take(
            new Setting<>(
                "web.publicAddress",
                Form.webAddress().orNothing(),
                settings -> settings.web().publicAddress(),
                "Where people find the pages, for the links in mails, and where another server"
                    + " passes their requests on: for instance https://rollcall.school.example. The"
                    + " headers X-Forwarded-For and X-Forwarded-Proto are believed then.")));
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

  static AuditSettings audit(Source from) {
    return new AuditSettings(
        from.take(
            new Setting<>(
                "audit.keepDays",
                Form.wholeNumber(1, 3660, " days"),
                settings -> settings.audit().keepDays(),
                "How long it is kept who did what at the pages and by the commands that change"
                    + " accounts.")));
  }
}
