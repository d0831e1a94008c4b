package org.rollcall.web.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.rollcall.web.kit.DiskRoom.NoRoom;

class DiskRoomTest {
  private static final long MEGABYTE = 1L << 20;
  private static final long RESERVE = 100 * MEGABYTE;

  private final AtomicLong free = new AtomicLong(1000 * MEGABYTE);
  private final DiskRoom room = new DiskRoom(free::get, RESERVE);

  @Test
  void claim_moreThanTheReserveLeaves_isRefused() {
    assertThatExceptionOfType(NoRoom.class)
        .isThrownBy(() -> room.claim(901 * MEGABYTE))
        .satisfies(refusal -> assertThat(refusal.free()).isEqualTo(1000 * MEGABYTE));
    try (DiskRoom.Part part = room.claim(900 * MEGABYTE)) {
      assertThat(part).isNotNull();
    }
  }

  @Test
  void claim_twoAtOnce_doNotCountTheSameSpace() {
    try (DiskRoom.Part first = room.claim(600 * MEGABYTE)) {
      assertThatExceptionOfType(NoRoom.class).isThrownBy(() -> room.claim(600 * MEGABYTE));

      write(first, 500);
      assertThatExceptionOfType(NoRoom.class).isThrownBy(() -> room.claim(301 * MEGABYTE));
      room.claim(300 * MEGABYTE).close();
    }
    free.set(1000 * MEGABYTE);
    room.claim(900 * MEGABYTE).close();
  }

  @Test
  void write_sizeNotKnown_growsUntilTheReserve() {
    try (DiskRoom.Part part = room.claim(-1)) {
      write(part, 896);
      assertThatExceptionOfType(NoRoom.class).isThrownBy(() -> write(part, 32));
    }
  }

  @Test
  void write_othersFillTheDrive_isRefused() {
    try (DiskRoom.Part part = room.claim(500 * MEGABYTE)) {
      write(part, 100);
      free.set(RESERVE + 200 * MEGABYTE);

      assertThatExceptionOfType(NoRoom.class).isThrownBy(() -> write(part, 32));
    }
  }

  private void write(DiskRoom.Part part, int megabytes) {
    for (int i = 0; i < megabytes; i++) {
      part.write(MEGABYTE);
      free.addAndGet(-MEGABYTE);
    }
  }
}
