package org.rollcall.video;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** How photos start that telephones take to save room; OpenCV cannot read them. */
public final class HeifBrand {
  private static final int TYPE_OFFSET = 4;
  private static final int BRAND_OFFSET = 8;
  private static final int END = 12;
  private static final Set<String> BRANDS =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis");

  private HeifBrand() {}

  /**
   * Recognises a HEIC or AVIF picture by its first bytes.
   *
   * @param file the file, or its first 12 bytes at least
   * @return whether it is one
   */
  public static boolean isHeif(byte[] file) {
    if (file.length < END) {
      return false;
    }
    String head = new String(file, 0, END, StandardCharsets.ISO_8859_1);
    return head.startsWith("ftyp", TYPE_OFFSET) && BRANDS.contains(head.substring(BRAND_OFFSET));
  }
}
