package org.rollcall.config;

import org.rollcall.config.SettingsTable.Source;
import org.rollcall.store.StoreSettings;

/** The settings of the nights: when, by whom, and who hears if something is wrong. */
final class ServiceTable {
  private ServiceTable() {}

  static ScheduleSettings schedule(Source from) {
    return new ScheduleSettings(
        from.take(
            new Setting<>(
                "schedule.nightly",
                Form.cron(),
                settings -> settings.schedule().nightly(),
                "When the nightly run begins: second, minute, hour, day of month, month, weekday."
                    + " One in the hour that the clock leaves out in spring is left out, too.")),
        from.take(
            new Setting<>(
                "schedule.until",
                Form.timeOfDay().orNothing(),
                settings -> settings.schedule().until(),
                "Time of day from which a run begins no other lesson, by night or by day; what it"
                    + " has begun is finished. Nothing for runs that go on until nothing waits.")),
        from.take(
            new Setting<>(
                "schedule.catchUpWithin",
                Form.time("0s", "7d"),
                settings -> settings.schedule().catchUpWithin(),
                "How late a night that was missed is still made up for, once, by a run at once;"
                    + " later, it is left to the next night. 0s makes up for none.")),
        from.take(
            new Setting<>(
                "schedule.every",
                Form.time("1m", "1d").orNothing(),
                settings -> settings.schedule().every(),
                "Time between two looks into footage/ during the day, on holidays too; nothing for"
                    + " the nightly run alone.")));
  }

  static AlarmSettings alarm(Source from) {
    return new AlarmSettings(
        from.take(
            new Setting<>(
                "alarm.nightGrace",
                Form.time("10m", "2d"),
                settings -> settings.alarm().nightGrace(),
                "Alarm if a night's run has not come to its end so long after schedule.until, or"
                    + " after its begin where there is no schedule.until.")),
        from.take(
            new Setting<>(
                "alarm.waiting",
                Form.wholeNumber(1, 100_000, " recordings"),
                settings -> settings.alarm().waiting(),
                "Alarm if more recordings wait.")),
        from.take(
            new Setting<>(
                "alarm.oldest",
                Form.time("1h", "60d"),
                settings -> settings.alarm().oldest(),
                "Alarm if a recording waits longer.")),
        from.take(
            new Setting<>(
                "alarm.freeSpace",
                Form.wholeNumber(0, 100_000, " GB"),
                settings -> settings.alarm().freeSpace(),
                "Alarm if less space is free where output/ lies.")),
        from.take(
            new Setting<>(
                "alarm.command",
                Form.words("a program and its arguments").orNothing(),
                settings -> settings.alarm().command(),
                "Program that is started with an alarm, which it reads from standard input: for"
                    + " instance one that sends mail. Once per alarm and day, without a shell, for"
                    + " a minute at most; nothing for none.")),
        from.take(
            new Setting<>(
                "alarm.mailTo",
                Form.mailAddresses().orNothing(),
                settings -> settings.alarm().mailTo(),
                "Who gets a mail with an alarm, where mail.host is set: once per alarm and day;"
                    + " nothing for nobody.")));
  }

  static WorkSettings work(Source from) {
    return new WorkSettings(
        from.take(
            new Setting<>(
                "work.processes",
                Form.wholeNumber(0, 64, " processes"),
                settings -> settings.work().processes(),
                "How many lessons are worked on at a time, each in a process of its own; 0 for one"
                    + " for each pair of processors, as far as there is memory.")),
        from.take(
            new Setting<>(
                "work.memoryMegabytes",
                Form.wholeNumber(800, 64_000, " MB"),
                settings -> settings.work().memoryMegabytes(),
                "How much memory such a process may take. One that takes more is ended, and its"
                    + " recording tried once more.")),
        from.take(
            new Setting<>(
                "work.patience",
                Form.time("1m", "6h"),
                settings -> settings.work().patience(),
                "How long such a process may show no progress before it is ended.")));
  }

  static StoreSettings store(Source from) {
    return new StoreSettings(
        from.take(
            new Setting<>(
                "store.url",
                Form.database().orNothing(),
                settings -> settings.store().url(),
                "The PostgreSQL database that several machines share; nothing for a file in"
                    + " output/, which is for one machine.")),
        from.take(
            new Setting<>(
                "store.user",
                Form.text("a text").orNothing(),
                settings -> settings.store().user(),
                "Who logs in to PostgreSQL; nothing for the user who runs Rollcall. The password is"
                    + " taken from the variable ROLLCALL_STORE_PASSWORD.")),
        from.take(
            new Setting<>(
                "store.passwordFile",
                Form.file().orNothing(),
                settings -> settings.store().passwordFile(),
                "The file that holds the password for PostgreSQL and nothing else, where"
                    + " ROLLCALL_STORE_PASSWORD is not set.")));
  }
}
