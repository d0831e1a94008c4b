package org.rollcall.memory;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;

/** Keeps what is held to spare small, in the heap and outside of it. */
public final class SmallProcess {
  /**
   * By default, Java keeps more than twice as much heap as is used; here most of the memory is
   * wanted outside of it, by the networks and by FFmpeg.
   */
  private static final int LEAST_FREE_PERCENT = 10;

  private static final int MOST_FREE_PERCENT = 30;

  /**
   * glibc's name for the number of pools that it takes memory from. One for each thread would hold
   * on to far too much, and to more with every recording.
   */
  private static final int ARENA_MAX = -8;

  private static final int ARENAS = 2;

  private SmallProcess() {}

  /**
   * The same for whoever starts a process.
   *
   * @return the variables that the C library reads as a process starts, and what they should be
   */
  public static Map<String, String> variables() {
    return Map.of("MALLOC_ARENA_MAX", Integer.toString(ARENAS));
  }

  /**
   * Asks for it, where Java and the C library can be asked. To be called before other threads take
   * memory of the C library: what they have is left to them.
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

  /** Gives back what the C library holds and nobody uses. To be called after a piece of work. */
  public static void release() {
    if (Platform.isLinux()) {
      Native.load("c", CLibrary.class).malloc_trim(new NativeLong(0));
    }
  }

  private static void set(HotSpotDiagnosticMXBean machine, String option, int percent) {
    try {
      machine.setVMOption(option, Integer.toString(percent));
    } catch (IllegalArgumentException e) {
      // A virtual machine without it sizes its heap by rules of its own.
    }
  }

  /** The C library of Linux. */
  interface CLibrary extends Library {
    int mallopt(int parameter, int value);

    @SuppressWarnings("checkstyle:MethodName") // its name in the library
    int malloc_trim(NativeLong pad);
  }
}
