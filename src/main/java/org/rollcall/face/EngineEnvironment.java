package org.rollcall.face;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.util.Map;

/**
 * Sets the environment variables that MXNet reads once, when its library is loaded. Java cannot
 * change the environment of its own process, so the C library does. Variables that the user has set
 * are kept.
 */
public final class EngineEnvironment {
  /** Number of pictures searched in parallel. Each lane has its own copy of the networks. */
  static final int LANES = Math.min(4, Runtime.getRuntime().availableProcessors());

  /**
   * One thread per lane: two pictures in parallel take much less time than one after the other with
   * two threads each, because small networks hardly gain from a second thread.
   */
  private static final Map<String, String> WANTED =
      Map.of(
          "OMP_NUM_THREADS",
          "1",
          // Threads that spin while they wait would take the processor from decoding and detection.
          "OMP_WAIT_POLICY",
          "PASSIVE",
          // MXNet's threaded engine mixes up the data of callers on different threads.
          "MXNET_ENGINE_TYPE",
          "NaiveEngine");

  private static final int STANDARD_ERROR = 2;
  private static final int WRITE_ONLY = 1;

  private EngineEnvironment() {}

  /**
   * The variables, for anybody who starts a process that will load MXNet.
   *
   * @return their names and values; asking for them loads no native library
   */
  public static Map<String, String> variables() {
    return WANTED;
  }

  /** Sets the variables. To be called before any class of MXNet is used. */
  static void apply() {
    // DJL must neither download native libraries nor report usage.
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    WANTED.forEach(
        (name, value) -> {
          if (System.getenv(name) == null) {
            set(name, value);
          }
        });
  }

  private static void set(String name, String value) {
    if (Platform.isWindows()) {
      Native.load("msvcrt", WindowsLibrary.class)._putenv_s(name, value);
    } else {
      Native.load("c", CLibrary.class).setenv(name, value, 1);
    }
  }

  /**
   * Lets the networks that the calling thread runs from now on use all processors, if the
   * platform's OpenMP library can be told so.
   */
  static void useAllProcessors() {
    if (Platform.isLinux()) {
      Native.load("libgomp.so.1", OpenMp.class)
          .omp_set_num_threads(Runtime.getRuntime().availableProcessors());
    }
  }

  /**
   * Runs something while native code cannot write to the console: MXNet announces its engine there
   * at any log level.
   */
  static void quietly(Runnable work) {
    if (Platform.isWindows()) {
      work.run();
      return;
    }
    CLibrary library = Native.load("c", CLibrary.class);
    System.err.flush();
    int console = library.dup(STANDARD_ERROR);
    int nowhere = library.open("/dev/null", WRITE_ONLY);
    library.dup2(nowhere, STANDARD_ERROR);
    try {
      work.run();
    } finally {
      library.dup2(console, STANDARD_ERROR);
      library.close(console);
      library.close(nowhere);
    }
  }

  /** The C library of Linux and macOS. */
  interface CLibrary extends Library {
    int setenv(String name, String value, int overwrite);

    int open(String path, int flags);

    int dup(int descriptor);

    int dup2(int from, int to);

    int close(int descriptor);
  }

  /** The OpenMP library that comes with MXNet. */
  interface OpenMp extends Library {
    void omp_set_num_threads(int count);
  }

  /** The C library of Windows. */
  interface WindowsLibrary extends Library {
    @SuppressWarnings("checkstyle:MethodName") // its name in the library
    int _putenv_s(String name, String value);
  }
}
