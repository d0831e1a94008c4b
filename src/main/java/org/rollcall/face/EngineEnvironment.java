package org.rollcall.face;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.util.Map;

/**
 * What MXNet reads from the environment, once, when its library is loaded. Java cannot change the
 * environment of its own process, so the C library does. What the user has set stays as it is.
 */
public final class EngineEnvironment {
  /** Pictures that are worked on at once. Each lane holds its own copy of the networks. */
  static final int LANES = Math.min(4, Runtime.getRuntime().availableProcessors());

  /**
   * One thread for each lane: two pictures side by side take much less time than one after the
   * other with two threads each, for the small networks hardly gain from a second one.
   */
  private static final Map<String, String> WANTED =
      Map.of(
          "OMP_NUM_THREADS",
          "1",
          // Threads that wait for each other would take the processor from decoding and detection.
          "OMP_WAIT_POLICY",
          "PASSIVE",
          // The engine with threads of its own mixes up the data of callers in several threads.
          "MXNET_ENGINE_TYPE",
          "NaiveEngine");

  private static final int STANDARD_ERROR = 2;
  private static final int WRITE_ONLY = 1;

  private EngineEnvironment() {}

  /**
   * The same for whoever starts a process for it.
   *
   * @return the variables and what they should be; asking loads no native library
   */
  public static Map<String, String> variables() {
    return WANTED;
  }

  /** Prepares the environment. To be called before anything of MXNet is. */
  static void prepare() {
    // The engine must neither look for natives nor report anything over the network.
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
   * Lets the networks that the calling thread runs from now on use all processors, where that can
   * be said to the thread library of MXNet.
   */
  static void useAllProcessors() {
    if (Platform.isLinux()) {
      Native.load("libgomp.so.1", ThreadLibrary.class)
          .omp_set_num_threads(Runtime.getRuntime().availableProcessors());
    }
  }

  /**
   * Does something while native code cannot write to the console: MXNet announces its engine there,
   * whatever the log level.
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

  /** The thread library that comes with MXNet. */
  interface ThreadLibrary extends Library {
    void omp_set_num_threads(int count);
  }

  /** The C library of Windows. */
  interface WindowsLibrary extends Library {
    @SuppressWarnings("checkstyle:MethodName") // its name in the library
    int _putenv_s(String name, String value);
  }
}
