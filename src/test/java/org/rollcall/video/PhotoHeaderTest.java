package org.rollcall.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoHeaderTest {
  @ParameterizedTest
  @CsvSource({
    "ffd8 ffc0 0011 08 0028 0050 03, false",
    "ffd8 ffe0 0004 0000 ffc2 0011 08 0028 0050 03, true",
    "ffd8 ffffff c1 0011 08 0028 0050 03, false",
    "ffd8 ffc4 0003 00 ffdb 0003 00 ffc5 0011 08 0028 0050 03, true",
    "89504e470d0a1a0a 0000000d 49484452 00000050 00000028, true",
    "52494646 00000000 57454250 56503820 00000000 000000 9d012a 5000 2800, true",
    "52494646 00000000 57454250 5650384c 00000000 2f 4fc00900, true",
    "52494646 00000000 57454250 56503858 00000000 00000000 4f0000 270000, true"
  })
  void of_photo_isItsSizeAndWhetherItIsDecodedAsAWhole(String hex, boolean wholeOnly) {
    assertThat(PhotoHeader.of(bytes(hex))).contains(new PhotoHeader(80, 40, wholeOnly));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ffd8",
        "ffd8 ffe0 ffff 00",
        "ffd8 ffda 0003 00 ffc0 0011 08 0028 0050",
        "ffd8 ffc0 0011 08 0000 0050",
        "ffd8 ffe0 0000 ffe0 0000",
        "89504e470d0a1a0a 0000000d",
        "52494646 00000000 57454250",
        "52494646 00000000 57454250 56503858 00000000 00000000 4f0000 27"
      })
  void of_damaged_isEmpty(String hex) {
    assertThat(PhotoHeader.isPhoto(bytes(hex))).isTrue();
    assertThat(PhotoHeader.of(bytes(hex))).isEmpty();
  }

  @Test
  void isPhoto_otherBytes_isFalse() {
    assertThat(PhotoHeader.isPhoto(bytes("474946383961"))).isFalse();
    assertThat(PhotoHeader.isPhoto(bytes("ff"))).isFalse();
    assertThat(PhotoHeader.isPhoto(new byte[0])).isFalse();
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }
}
