package org.rollcall.chaos;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every attack has around it: the pages of a school that it is aimed at, and which it must
 * leave as they were. What an attack still holds open, it lets go of in its own {@link AfterEach}.
 */
abstract class Attack {
  @TempDir private Path folder;
  protected Besieged school;

  @BeforeEach
  void open() throws Exception {
    school = Besieged.open(folder);
  }

  @AfterEach
  void requireNoHarm() throws Exception {
    try (Besieged attacked = school) {
      attacked.requireUnharmed();
      attacked.requireLogin();
      attacked.requireNothingLeft();
      attacked.requireTerseLog();
    }
  }
}
