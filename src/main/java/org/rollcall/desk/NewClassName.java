package org.rollcall.desk;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.Refusal;
import org.rollcall.model.RollcallException;

/**
 * What a class that is created on a page may be called. Classes with other names that exist already
 * stay as they are.
 */
final class NewClassName {
  /** What Rollcall itself has in the folder that holds a folder for each class. */
  private static final Set<String> RESERVED =
      Set.of("logs", "work", "evaluation", "unknown", "backup", "uploads");

  private static final String DATABASE = "rollcall.db";

  private NewClassName() {}

  /**
   * Checks a name.
   *
   * @throws RollcallException if it is no name for a class, is taken by Rollcall, or looks like
   *     another name
   */
  static void require(String name) {
    if (!LessonKey.isClassName(name)) {
      throw new RollcallException(Message.of(Refusal.NOT_A_CLASS_NAME, name));
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (RESERVED.contains(lower) || lower.startsWith(DATABASE)) {
      throw new RollcallException(Message.of(Refusal.RESERVED_CLASS_NAME, name));
    }
    if (scripts(name).size() > 1 || !Normalizer.isNormalized(name, Normalizer.Form.NFKC)) {
      throw new RollcallException(Message.of(Refusal.MISLEADING_CLASS_NAME, name));
    }
  }

  /** {@return the alphabets of the letters; digits belong to all} */
  private static Set<UnicodeScript> scripts(String name) {
    return name.codePoints()
        .mapToObj(UnicodeScript::of)
        .filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
        .collect(Collectors.toSet());
  }
}
