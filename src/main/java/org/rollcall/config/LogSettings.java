package org.rollcall.config;

/**
 * How much of the log is kept.
 *
 * @param keepFiles how many full files are kept beside the one that is written (1 to 1000)
 * @param fileMegabytes size at which a file is full, in megabytes of 10^6 bytes (1 to 1000)
 */
public record LogSettings(int keepFiles, int fileMegabytes) {
  /** What holds when nothing is set. */
  public static final LogSettings DEFAULT = new LogSettings(14, 10);

  private static final int MOST = 1000;
  private static final long MEGABYTE = 1_000_000;

  public LogSettings {
    check("keepFiles", keepFiles);
    check("fileMegabytes", fileMegabytes);
  }

  /** {@return the size at which a file is full, in bytes} */
  public long fileBytes() {
    return fileMegabytes * MEGABYTE;
  }

  private static void check(String name, int value) {
    if (value < 1 || value > MOST) {
      throw new IllegalArgumentException("%s must be 1 to 1000, got %d".formatted(name, value));
    }
  }
}
