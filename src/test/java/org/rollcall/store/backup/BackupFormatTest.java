package org.rollcall.store.backup;

import static org.rollcall.testing.DocumentedFormats.assertThatFormatsName;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.testing.DocumentedFormats;

/** The form of a backup is documented. */
class BackupFormatTest {
  @Test
  void manifest_ofABackup_isDocumented() {
    assertThatFormatsName(DocumentedFormats.fields(Manifest.class));
    assertThatFormatsName(List.of(Manifest.FORMAT, Manifest.ENTRY, Manifest.entry("<name>")));
    assertThatFormatsName(
        Arrays.stream(BackupTable.KeyKind.values()).map(BackupTable.KeyKind::name).toList());
  }
}
