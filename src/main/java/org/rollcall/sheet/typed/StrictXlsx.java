package org.rollcall.sheet.typed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Workbooks saved as "Strict Open XML Spreadsheet", which POI does not read. They differ from usual
 * ones in their namespaces, and in dates, which are texts in ISO 8601.
 */
final class StrictXlsx {
  private static final String STRICT = "http://purl.oclc.org/ooxml/";

  private StrictXlsx() {}

  /** Tells whether a file is such a workbook. */
  static boolean is(byte[] bytes) throws IOException {
    return WorkbookFile.start(bytes, "xl/workbook.xml").contains(STRICT);
  }

  /** Converts such a workbook to a usual one. */
  static byte[] convert(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(bytes));
        ZipOutputStream to = new ZipOutputStream(out)) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        byte[] part = from.readAllBytes();
        boolean xml = entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
        to.write(xml ? converted(new String(part, UTF_8)).getBytes(UTF_8) : part);
        to.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static String converted(String xml) {
    return xml.replace(
            STRICT + "officeDocument/relationships/extendedProperties",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties")
        .replaceAll(STRICT + "(\\w+)/", "http://schemas.openxmlformats.org/$1/2006/")
        .replace(" conformance=\"strict\"", "")
        .replace(" t=\"d\"", " t=\"str\"");
  }
}
