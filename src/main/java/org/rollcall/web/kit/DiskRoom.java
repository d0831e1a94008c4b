package org.rollcall.web.kit;

import java.util.function.LongSupplier;

/**
 * Shares the free space of a drive among all uploads under way, so that two at once do not count
 * the same space, and leaves a reserve for the nightly run.
 *
 * <p>Thread-safe.
 */
final class DiskRoom {
  /** How much is asked for at a time where the size is not known beforehand. */
  private static final long STEP_BYTES = 16L << 20;

  private final LongSupplier free;
  private final long reserve;

  /** Promised to uploads and not yet written. */
  private long promised;

  /**
   * Shares a drive.
   *
   * @param free gives its free space in bytes
   * @param reserve what is left free, in bytes
   */
  DiskRoom(LongSupplier free, long reserve) {
    this.free = free;
    this.reserve = reserve;
  }

  /** There is no room for an upload. */
  static final class NoRoom extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long free;

    private NoRoom(long free) {
      super("There is no room: %d bytes are free".formatted(free));
      this.free = free;
    }

    /** {@return what is free in bytes, the reserve included} */
    long free() {
      return free;
    }
  }

  /**
   * Promises room to an upload.
   *
   * @param bytes its size; negative if it is not known
   * @return its part of the drive, which the caller closes
   * @throws NoRoom if the reserve would not remain
   */
  Part claim(long bytes) {
    Part part = new Part();
    part.grow(bytes < 0 ? STEP_BYTES : bytes);
    return part;
  }

  private synchronized void promise(long bytes) {
    long left = free.getAsLong();
    if (left - promised - bytes < reserve) {
      throw new NoRoom(left);
    }
    promised += bytes;
  }

  private synchronized void release(long bytes) {
    promised -= bytes;
  }

  /** What is promised to one upload. For one thread. */
  final class Part implements AutoCloseable {
    private long left;
    private long sinceLook;

    private void grow(long bytes) {
      promise(bytes);
      left += bytes;
    }

    /**
     * Counts bytes that are about to be written.
     *
     * @throws NoRoom if the reserve would not remain, since others fill the drive, too
     */
    void write(long bytes) {
      if (bytes > left) {
        grow(Math.max(bytes, STEP_BYTES));
      }
      left -= bytes;
      release(bytes);
      sinceLook += bytes;
      if (sinceLook >= STEP_BYTES) {
        sinceLook = 0;
        promise(0);
      }
    }

    @Override
    public void close() {
      release(left);
      left = 0;
    }
  }
}
