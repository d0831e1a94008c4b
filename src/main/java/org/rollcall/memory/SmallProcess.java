package org.rollcall.memory;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;

/** Limits the spare memory that the process holds on to, in the heap and outside it. */
public final class SmallProcess {
  /**
   * By default, Java keeps more than twice as much heap as is used; here the networks and FFmpeg
   * need most of the memory outside the heap.
   */
  private static final int LEAST_FREE_PERCENT = 10;

  private static final int MOST_FREE_PERCENT = 30;

  /**
   * glibc's name for the limit on its number of memory arenas. With one for each thread, the
   * process would hold on to far too much memory, and to more with every recording.
   */
  private static final int ARENA_MAX = -8;

  private static final int ARENAS = 2;

  private SmallProcess() {}

  /**
   * Gives the same limit as environment variables for a child process.
   *
   * @return the variables that the C library reads when a process starts, with their values
   */
  public static Map<String, String> variables() {
    return Map.of("MALLOC_ARENA_MAX", Integer.toString(ARENAS));
  }

  /**
   * Sets the limits where Java and the C library allow it. Call it before other threads allocate
   * memory in the C library: arenas that they already have are kept.
   */
  public static void request() {
    if (Platform.isLinux()) {
      Native.load("c", CLibrary.class).mallopt(ARENA_MAX, ARENAS);
    }
    HotSpotDiagnosticMXBean machine =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    if (machine != null) {
      set(machine, "MinHeapFreeRatio", LEAST_FREE_PERCENT);
      set(machine, "MaxHeapFreeRatio", MOST_FREE_PERCENT);
    }
  }

  /** Returns unused memory of the C library to the system. Call it after a piece of work. */
  public static void release() {
    if (Platform.isLinux()) {
      Native.load("c", CLibrary.class).malloc_trim(new NativeLong(0));
    }
  }

  private static void set(HotSpotDiagnosticMXBean machine, String option, int percent) {
    try {
      machine.setVMOption(option, Integer.toString(percent));
    } catch (IllegalArgumentException e) {
      // A virtual machine without this option sizes its heap by its own rules.
    }
  }

  /** The C library of Linux. */
  interface CLibrary extends Library {
    int mallopt(int parameter, int value);

    @SuppressWarnings("checkstyle:MethodName") // its name in the library
    int malloc_trim(NativeLong pad);
  }
}
