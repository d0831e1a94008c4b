package org.rollcall.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rollcall.basics.setting.Help;
import org.rollcall.basics.setting.Section;
import org.rollcall.basics.setting.Setting;
import org.rollcall.basics.setting.SettingsType;

/**
 * Settings for alarms: when they are raised, and who is notified.
 *
 * @param nightGrace how long a nightly run may take, counted from the end of its window or, without
 *     one, from its start
 * @param waiting maximum number of waiting recordings
 * @param oldest maximum waiting time of a recording
 * @param freeSpace minimum free disk space, in gigabytes of 10^9 bytes
 * @param command program to run on an alarm, with its arguments; empty for none
 * @param mailTo addresses that receive an alarm by mail; empty for none
 */
@Section("alarm")
@Help("When someone must be told that something is wrong, and how.")
public record AlarmSettings(
    @Setting(key = "alarm.nightGrace", fallback = "6h", limits = "10m to 2d")
        @Help(
            "Alarm if a nightly run has not finished this long after schedule.until, or after its"
                + " start if schedule.until is not set.")
        Duration nightGrace,
    @Setting(key = "alarm.waiting", fallback = "50", limits = "1 to 100000 recordings")
        @Help("Alarm if more recordings than this are waiting.")
        int waiting,
    @Setting(key = "alarm.oldest", fallback = "2d", limits = "1h to 60d")
        @Help("Alarm if a recording has been waiting longer than this.")
        Duration oldest,
    @Setting(key = "alarm.freeSpace", fallback = "5", limits = "0 to 100000 GB")
        @Help("Alarm if less space than this is free on the disk that holds output/.")
        int freeSpace,
    @Setting(key = "alarm.command", expected = "words: a program and its arguments")
        @Help(
            "Program to run on an alarm, for instance one that sends mail; it reads the alarm from"
                + " standard input. It runs once per alarm and day, without a shell and without"
                + " passwords from the environment, for a minute at most. Leave empty for none.")
        Optional<List<String>> command,
    @Setting(key = "alarm.mailTo", expected = "addresses such as head@school.example")
        @Help(
            "Who gets a mail on an alarm, once per alarm and day, if mail.host is set. Leave empty"
                + " for no mail.")
        Optional<List<String>> mailTo) {
  public AlarmSettings {
    command = command.map(List::copyOf);
    mailTo = mailTo.map(List::copyOf);
    SettingsType.of(AlarmSettings.class)
        .check(nightGrace, waiting, oldest, freeSpace, command, mailTo);
    mailTo.ifPresent(addresses -> addresses.forEach(MailAddress::check));
  }
}
