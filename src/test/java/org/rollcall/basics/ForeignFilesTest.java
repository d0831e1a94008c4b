package org.rollcall.basics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignFilesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "#recycle",
        "#snapshot",
        "@eaDir",
        "@Recycle",
        "@Recently-Snapshot",
        ".Trash-1000",
        "$RECYCLE.BIN",
        "System Volume Information",
        ".stversions",
        ".stfolder",
        ".dropbox.cache",
        ".sync",
        "lost+found",
        ".snapshot",
        "~snapshot",
        ".fseventsd",
        ".Spotlight-V100",
        ".TemporaryItems",
        "__MACOSX",
        "Thumbs.db",
        "desktop.ini",
        ".DS_Store",
        "._2026-11-16_0900.mp4",
        "~$roster.xlsx",
        "a.mp4.part",
        "a.mp4.crdownload",
        "a.mp4.!sync",
        "a.TMP",
        ".syncthing.a.mp4.tmp",
      })
  void isForeign_fileOfASystem_isTrue(String name) {
    assertThat(ForeignFiles.isForeign(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"7A", "recycling", "#1", "@home", "a.mp4", "System", "part", "tmp"})
  void isForeign_fileOfAUser_isFalse(String name) {
    assertThat(ForeignFiles.isForeign(name)).isFalse();
  }
}
