package org.rollcall.inbox.name;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rollcall.basics.LookAlike;

/**
 * The words in the path of a recording that may name its class, room or camera.
 *
 * @param folders names of its folders, the outermost first, without those that only give a day
 * @param before what the file name has before day and time; empty for nothing
 * @param after what it has after them; empty for nothing
 */
public record NameWords(List<String> folders, String before, String after) {
  /** No words. */
  public static final NameWords NONE = new NameWords(List.of(), "", "");

  private static final Pattern EDGE =
      Pattern.compile("^[\\s_.,~@+()-]+|(?:[\\s_.,~@+(-]|[ _-](?:DST|GMT|UTC))+$|\\[[^\\]]*\\]");

  /** Words that say what kind of file or place it is, or when the file was made. */
  private static final Pattern MEANINGLESS =
      Pattern.compile(
          ("(?iu)(?:%s|%s|\\d{4}(?:[-_. ]\\d{1,4}){0,2}|(?:week|woche|kw|semaine)["
               + " _-]*\\d+|am|pm|at|um|à|dav|mp4|jpg|dcim|img|vid"
               + "|pxl|win|mov|dji|gmt|pro|signal|replay|clip|export|\\w*video\\d*|(?:mp4)?records?|(?:whatsapp|screen|meeting)?"
               + " ?(?:video|recordings?)|aufnahmen?|bildschirmaufnahme|recording[_ ].*|zoom[_"
               + " ].*|meeting in|'s .*|class|klasse|classe|room|raum|salle)")
              .formatted(CalendarWords.MONTH, CalendarWords.WEEKDAY));

  /** Numbers of files, hashes, parts of addresses and picture sizes. */
  private static final Pattern SERIAL =
      Pattern.compile(
          "(?:tp)?\\d{3,}|0\\d|(?=\\D*\\d)(?=\\d*[a-fA-F])(?:[\\da-fA-F]{6,}|[\\dA-F]{4})|[DS]"
              + "|\\d{3,4}[x×]\\d{3,4}|\\d+-video");

  private static final Pattern PART =
      Pattern.compile("(?i)(?:^|[ _-])(?:p(?:art|t)?|teil)[ _-]?(\\d{1,4})$");

  private static final Pattern WRAPPED = Pattern.compile("^\\(?([^()]*)\\)$");

  public NameWords {
    folders = List.copyOf(folders);
  }

  /**
   * Cleans the words of a path.
   *
   * @param folders names of the folders, outermost first
   * @param before the words of the file's name before its time
   * @param after those after it
   * @return the words that mean something
   */
  public static NameWords of(List<String> folders, String before, String after) {
    return new NameWords(
        folders.stream().map(NameWords::meaningful).filter(name -> !name.isEmpty()).toList(),
        meaningful(before),
        meaningful(PART.matcher(bare(after)).replaceFirst("")));
  }

  /**
   * Looks for the number of a chunk, as recorders append it.
   *
   * @param text words of a name
   * @return the number with which the text ends, if it does
   */
  public static OptionalInt chunk(String text) {
    Matcher matcher = PART.matcher(bare(text));
    return matcher.find()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }

  private static String meaningful(String text) {
    String bare = bare(text);
    boolean serial =
        !bare.isEmpty()
            && Pattern.compile("[ _]+").splitAsStream(bare).allMatch(NameWords::isSerial);
    return serial || MEANINGLESS.matcher(bare).matches() ? "" : bare;
  }

  private static boolean isSerial(String word) {
    return SERIAL.matcher(word).matches();
  }

  /** Removes brackets, and the separators at both ends. */
  private static String bare(String text) {
    return EDGE.matcher(text).replaceAll("");
  }

  /** {@return whether there are none} */
  public boolean isEmpty() {
    return folders.isEmpty() && before.isEmpty() && after.isEmpty();
  }

  /** {@return the outermost folder, or the words of the file name if there is none} */
  public String first() {
    return folders.stream().findFirst().orElse(before.isEmpty() ? after : before);
  }

  /** {@return all words: of the folders, and before and after day and time} */
  public Stream<String> all() {
    return Stream.concat(folders.stream(), Stream.of(before, after))
        .filter(word -> !word.isEmpty());
  }

  /**
   * Gives the pattern by which a name is found as a part of words.
   *
   * @param name the name of a class or room
   * @return matches the name where no other letter or digit adjoins
   */
  public static Pattern part(String name) {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFKC);
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])" + Pattern.quote(composed) + "(?![\\p{L}\\p{N}])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /**
   * Gives the words that name the camera: those of the file name besides the place, or the
   * innermost folder besides the place.
   *
   * @param place the class or room that was found
   * @return the camera, if anything is left
   */
  public Optional<String> camera(String place) {
    Stream<String> outward =
        Stream.iterate(folders.size() - 1, i -> i >= 0, i -> i - 1).map(folders::get);
    return Stream.concat(Stream.of(before, after), outward)
        .map(word -> LookAlike.isAlike(word, place) ? "" : part(place).matcher(word).replaceAll(""))
        .map(rest -> WRAPPED.matcher(meaningful(rest)).replaceFirst("$1"))
        .filter(rest -> !rest.isEmpty())
        .findFirst();
  }
}
