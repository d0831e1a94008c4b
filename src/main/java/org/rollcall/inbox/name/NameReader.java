package org.rollcall.inbox.name;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;

/**
 * Reads the names that cameras, recorders, phones and people give to recordings.
 *
 * <ol>
 *   <li>The file name gives day and time, and perhaps the end; or
 *   <li>the file name gives the time, and the folders give the day.
 *   <li>Whatever else is in the path are words that may name a class, a room or a camera.
 * </ol>
 *
 * <p>A name with digits that might be a day or a time, but cannot be read in full, is a doubt: a
 * guess would put the recording into another lesson. The table in {@code src/docs/formats.md} shows
 * what is understood.
 */
public final class NameReader {
  /** What browsers, file managers and phones add to the name of a copy. */
  private static final Pattern COPY =
      Pattern.compile(
          "(?iu)(?: *\\(\\d{1,3}\\)|~\\d{1,2}"
              + "|[ _-]+(?:copy|kopie|copie|copia|cópia)(?:[ _-]*\\(?\\d{1,3}\\)?)?)$"
              + "|^(?:copy of|kopie von|copie de) ");

  /** What synchronising programs add to the name of a file that differs from another one. */
  private static final Pattern CONFLICT =
      Pattern.compile(
          "(?iu)\\.sync-conflict-|conflicted copy|konfliktkopie|in konflikt stehend|copie en"
              + " conflit|[ _-]conflict(?:[ _-]?\\d+)?$|\\(.*(?:conflict|konflikt).*\\)");

  /** {@code 2026/11/19} and {@code 2026-11/19}. */
  private static final Pattern FOLDERS_OF_A_DAY =
      Pattern.compile(
          "(?<=/)(?<year>20\\d\\d)[-_/](?<month>\\d{1,2})/(?<day>\\d{1,2})/"
              + "(?:(?<hour>[01]\\d|2[0-3])/)?");

  private static final Pattern GAP = Pattern.compile("[ _-]");
  private static final Pattern SLASH = Pattern.compile("/");
  private static final Pattern DASH = Pattern.compile("\\p{Pd}|\u2212");

  private static final Pattern HOUR = Pattern.compile("[01]\\d|2[0-3]");

  /** Frigate names a recording by minute and second, in the folder of its hour. */
  private static final Pattern MINUTE_AND_SECOND = Pattern.compile("([0-5]\\d)\\.([0-5]\\d)");

  /** ZoneMinder names a recording by the number of its event. */
  private static final Pattern EVENT = Pattern.compile("\\d+-video");

  /** Chapter and number of a GoPro recording. */
  private static final Pattern CHAPTER = Pattern.compile("(?i)G[HXP](\\d\\d)\\d{4}");

  /** Digits that are no day or time: counters of cameras, picture sizes, addresses and ids. */
  private static final Pattern HARMLESS =
      Pattern.compile(
          ("(?iu)(?<!\\p{L})(?:IMG_?E?|DSC[NF]?|MVI|MOV|MAH|GOPR|DJI|C|P|PICT|ch|cam(?:era)?|kamera|channel|kanal|SAM|CIMG|CLIP|zoom)[_"
               + " -]?\\d{4,7}(?!\\d)|(?<!\\p{L})G[HXP]\\d{6}(?!\\d)"
               + "|\\d{3,4}[x×]\\d{3,4}|\\d{3,4}p(?!\\p{L})|[xh]\\.?26[45]"
               + "|(?<![\\d.])(?:10|172|192)(?:\\.\\d{1,3}){3}(?![\\d.])"
               + "|\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}"
               + "|(?<![\\p{L}\\d])(?=\\d*[a-f]\\d*[a-f])\\p{XDigit}{8,}(?![\\p{L}\\d])"));

  /** A year and a month. */
  private static final Pattern PART_OF_A_DAY =
      Pattern.compile("(?<!\\d)(?:19|20)\\d\\d[-._ ]?(?:0?[1-9]|1[0-2])(?!\\d)");

  /** Digits that might be a day or a time. */
  private static final Pattern SUSPICIOUS =
      Pattern.compile(
          ("(?iu)(?<!\\d)(?:(?:19|20)\\d\\d[-._年]\\d{1,2}(?:[-._月][^-._ ]*)?"
                  + "|\\d{1,2}[-._/ ]\\d{1,2}[-._/ ]\\d{2,4}"
                  + "|\\d{1,2} ?[-:._h] ?\\d\\d"
                  + "|(?:19|20)\\d{2,}"
                  + "|(?:[01]\\d|2[0-3])[0-5]\\d"
                  + "|\\d{6,8}|\\d{10,})(?!\\d)"
                  + "|(?<!\\d)\\d{1,2}\\.?[-_ ]*(?:%s)|(?<!\\p{L})(?:%s)[-_ ]*\\d{1,2}(?!\\d)"
                  + "|(?<!\\d)\\d{1,2} ?(?:uhr|am|pm)(?!\\p{L})")
              .formatted(CalendarWords.MONTH, CalendarWords.MONTH));

  private final List<String> folders;
  private final String file;

  /**
   * The day that the folders give.
   *
   * @param day the day
   * @param hour the hour, if a folder gives it
   * @param start day and time, if the name of one folder gives both
   * @param whole whether one folder gives the whole day; Frigate counts such days in UTC
   */
  private record FolderDay(
      LocalDate day, Optional<String> hour, Optional<NamedTime> start, boolean whole) {
    NamedTime start(LocalTime time) {
      Optional<ZoneOffset> offset = whole ? Optional.of(ZoneOffset.UTC) : Optional.empty();
      return new NamedTime(day.atTime(time), offset);
    }
  }

  private NameReader(List<String> folders, String file) {
    this.folders = folders;
    this.file = file;
  }

  /**
   * Reads the path of a recording.
   *
   * @param path its path, without the extension
   * @return what it says
   * @throws DoubtfulName if a day or time in it cannot be told
   */
  public static RecordingName read(String path) {
    List<String> names = SLASH.splitAsStream(path).map(NameReader::plain).toList();
    return new NameReader(names.subList(0, names.size() - 1), original(names.get(names.size() - 1)))
        .read();
  }

  /** Letters composed, signs of ordinary width, and one kind of dash. */
  private static String plain(String name) {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFKC);
    return DASH.matcher(composed).replaceAll("-").strip();
  }

  private static String original(String file) {
    String shorter = COPY.matcher(file).replaceAll("");
    return shorter.equals(file) || shorter.isBlank() ? file : original(shorter);
  }

  private RecordingName read() {
    if (CONFLICT.matcher(file).find()) {
      throw new DoubtfulName(Message.of(Reason.NAME_OF_A_CONFLICT));
    }
    StampedText name = StampedText.read(file);
    if (name.day().isEmpty()) {
      name = readByFolders();
    }
    if (name.start().isEmpty() && name.day().isPresent()) {
      throw new DoubtfulName(Message.of(Reason.NAME_WITHOUT_TIME, name.day().get().toString()));
    }
    boolean says = name.start().isPresent();
    return new RecordingName(
        Optional.empty(),
        Optional.empty(),
        NameWords.of(folderWords(), says ? name.before() : "", says ? name.after() : ""),
        name.start(),
        name.end(),
        Optional.empty(),
        part(name));
  }

  /** Reads a file name without a day, which the folders may give instead. */
  private StampedText readByFolders() {
    Optional<FolderDay> found = folderDay();
    if (found.isEmpty()) {
      folders.forEach(folder -> requireHarmless(folder, PART_OF_A_DAY));
      requireHarmless(file, SUSPICIOUS);
      return StampedText.without(file);
    }
    FolderDay folder = found.get();
    Matcher minute = MINUTE_AND_SECOND.matcher(file);
    if (folder.hour().isPresent() && minute.matches()) {
      String time = "%s:%s:%s".formatted(folder.hour().get(), minute.group(1), minute.group(2));
      return StampedText.without("").at(folder.start(LocalTime.parse(time)));
    }
    StampedText name =
        EVENT.matcher(file).matches()
            ? StampedText.without(file).on(folder.day())
            : StampedText.read(file, folder.day());
    if (name.start().isPresent() || folder.start().isEmpty()) {
      return name;
    }
    return StampedText.without(file).at(folder.start().get());
  }

  private Optional<FolderDay> folderDay() {
    for (int i = folders.size() - 1; i >= 0; i--) {
      StampedText folder = StampedText.read(folders.get(i));
      if (folder.day().isPresent()) {
        Optional<String> hour =
            folders.stream().skip(i + 1L).filter(HOUR.asMatchPredicate()).findFirst();
        return Optional.of(new FolderDay(folder.day().get(), hour, folder.start(), true));
      }
    }
    Matcher parts = FOLDERS_OF_A_DAY.matcher(joined());
    return parts.find() ? Optional.of(day(parts)) : Optional.empty();
  }

  private static FolderDay day(Matcher parts) {
    String text =
        "%s-%s-%s".formatted(parts.group("year"), parts.group("month"), parts.group("day"));
    LocalDate day = StampedText.read(text).day().orElseThrow();
    return new FolderDay(day, Optional.ofNullable(parts.group("hour")), Optional.empty(), false);
  }

  private String joined() {
    return "/" + String.join("/", folders) + "/";
  }

  /** The names of the folders, without the days and hours that they give. */
  private List<String> folderWords() {
    List<String> words = new ArrayList<>();
    boolean hasDay = false;
    String path = FOLDERS_OF_A_DAY.matcher(joined()).replaceFirst("");
    for (String folder : SLASH.splitAsStream(path).toList()) {
      String word = withoutTimes(folder);
      hasDay |= !word.equals(folder);
      if (!hasDay || !HOUR.matcher(GAP.matcher(word).replaceAll("")).matches()) {
        words.add(word);
      }
    }
    return words;
  }

  private static String withoutTimes(String folder) {
    try {
      StampedText read = StampedText.read(folder);
      return read.day().isPresent() ? read.before() + " " + read.after() : folder;
    } catch (DoubtfulName e) {
      return folder;
    }
  }

  private OptionalInt part(StampedText name) {
    Matcher chapter = CHAPTER.matcher(file);
    return chapter.matches()
        ? OptionalInt.of(Integer.parseInt(chapter.group(1)))
        : NameWords.chunk(name.after());
  }

  private static void requireHarmless(String name, Pattern suspicious) {
    Matcher found = suspicious.matcher(HARMLESS.matcher(name).replaceAll(" "));
    if (found.find()) {
      throw new DoubtfulName(Message.of(Reason.NAME_DIGITS_UNREAD, found.group().strip()));
    }
  }
}
