package org.rollcall.web.kit;

import java.util.Collection;

/**
 * What parameters of paths may be. They name classes, lessons, students and files, and some become
 * the names of files: none may lead to another folder.
 */
final class PathParameters {
  private static final int LONGEST = 255;

  private PathParameters() {}

  /**
   * Checks the decoded parameters of a path.
   *
   * @throws PageProblem if one cannot name anything
   */
  static void require(Collection<String> parameters) {
    if (!parameters.stream().allMatch(PathParameters::isName)) {
      throw PageProblem.missing();
    }
  }

  private static boolean isName(String parameter) {
    return !parameter.isEmpty()
        && parameter.length() <= LONGEST
        && !parameter.equals(".")
        && !parameter.equals("..")
        && parameter.chars().noneMatch(sign -> sign == '/' || sign == '\\' || sign == ':')
        && parameter.chars().noneMatch(Character::isISOControl);
  }
}
