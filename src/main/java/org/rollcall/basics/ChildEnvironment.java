package org.rollcall.basics;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The environment variables that child processes inherit: those of the system and of the libraries,
 * and no others. Passwords are often in the environment, and a child that a forged file has taken
 * over must not find them there.
 */
public final class ChildEnvironment {
  private static final Set<String> INHERITED =
      Set.of(
          "PATH",
          "HOME",
          "USER",
          "LOGNAME",
          "SHELL",
          "LANG",
          "LANGUAGE",
          "TZ",
          "TERM",
          "TMPDIR",
          "TMP",
          "TEMP",
          "JAVA_HOME",
          "JAVA_TOOL_OPTIONS",
          "JDK_JAVA_OPTIONS",
          "LD_LIBRARY_PATH",
          "DYLD_LIBRARY_PATH",
          "SYSTEMROOT",
          "SYSTEMDRIVE",
          "WINDIR",
          "COMSPEC",
          "PATHEXT",
          "USERNAME",
          "USERPROFILE",
          "HOMEDRIVE",
          "HOMEPATH",
          "APPDATA",
          "LOCALAPPDATA",
          "PROGRAMDATA",
          "NUMBER_OF_PROCESSORS",
          "PROCESSOR_ARCHITECTURE",
          "ROLLCALL_HOME",
          "ROLLCALL_MODELS_FROM");

  private static final List<String> PREFIXES =
      List.of("LC_", "XDG_", "OMP_", "MXNET_", "OPENBLAS_", "MKL_", "DJL_", "MALLOC_", "GLIBC_");

  private ChildEnvironment() {}

  /**
   * Removes what a child does not need.
   *
   * @param environment the environment of a process that has not been started yet
   * @param needed names of further variables that this child needs
   */
  public static void restrict(Map<String, String> environment, Set<String> needed) {
    environment.keySet().removeIf(name -> !needed.contains(name) && !isInherited(name));
  }

  /** Windows does not distinguish letter case. */
  private static boolean isInherited(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return INHERITED.contains(upper) || PREFIXES.stream().anyMatch(upper::startsWith);
  }
}
