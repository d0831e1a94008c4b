package org.rollcall.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.poi.util.XMLHelper;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Saves a workbook again as the Python library openpyxl does: texts inside the cells, formulas
 * without results, styles in another order, and without the parts that it does not know.
 */
final class Openpyxl {
  private static final Pattern UNKNOWN =
      Pattern.compile(
          "/?(xl/)?(\\.\\./)?(sharedStrings|calcChain|media/.*|drawings/drawing.*|drawings/_rels/.*"
              + "|threadedComments/.*)(\\.xml|\\.rels|\\.jpeg|\\.png)");
  private static final List<String> UNKNOWN_ELEMENTS =
      List.of("protectedRanges", "ignoredErrors", "drawing", "extLst");

  private final Map<String, Document> parts = new TreeMap<>();
  private final Map<String, byte[]> others = new TreeMap<>();
  private final List<Node> texts;
  private final int styles;

  private Openpyxl(Path xlsx) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(xlsx))) {
      for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
        read(part.getName(), in.readAllBytes());
      }
    }
    this.texts = children(parts.get("xl/sharedStrings.xml").getDocumentElement());
    this.styles = reverse(first(parts.get("xl/styles.xml"), "cellXfs"));
  }

  /** Saves it. */
  static void save(Path xlsx) throws IOException {
    Openpyxl workbook = new Openpyxl(xlsx);
    workbook.change();
    Files.write(xlsx, workbook.bytes());
  }

  private void read(String name, byte[] bytes) throws IOException {
    if (!name.endsWith(".xml") && !name.endsWith(".rels")) {
      others.put(name, bytes);
      return;
    }
    try {
      parts.put(name, XMLHelper.newDocumentBuilder().parse(new ByteArrayInputStream(bytes)));
    } catch (SAXException e) {
      throw new IOException(e);
    }
  }

  private void change() {
    parts.forEach(
        (name, part) -> {
          if (name.startsWith("xl/worksheets/sheet")) {
            elements(part, "c").forEach(this::rewrite);
            elements(part, "row").forEach(row -> restyle(row, "s"));
            elements(part, "col").forEach(column -> restyle(column, "style"));
            UNKNOWN_ELEMENTS.forEach(unknown -> elements(part, unknown).forEach(Openpyxl::remove));
          }
          elements(part, "Relationship").stream()
              .filter(one -> UNKNOWN.matcher(one.getAttribute("Target")).matches())
              .forEach(Openpyxl::remove);
          elements(part, "Override").stream()
              .filter(one -> UNKNOWN.matcher(one.getAttribute("PartName")).matches())
              .forEach(Openpyxl::remove);
        });
    parts.keySet().removeIf(name -> UNKNOWN.matcher(name).matches());
    others.keySet().removeIf(name -> UNKNOWN.matcher(name).matches());
  }

  private void rewrite(Element cell) {
    cell.setAttribute("s", String.valueOf(renumbered(cell.getAttribute("s"))));
    NodeList formulas = cell.getElementsByTagNameNS("*", "f");
    if (formulas.getLength() > 0) {
      cell.removeAttribute("t");
      elements(cell, "v").forEach(value -> value.setTextContent(""));
    } else if (cell.getAttribute("t").equals("s")) {
      inline(cell);
    }
  }

  private void inline(Element cell) {
    Element value = elements(cell, "v").get(0);
    Node text = texts.get(Integer.parseInt(value.getTextContent()));
    Document owner = cell.getOwnerDocument();
    Element inline = owner.createElementNS(cell.getNamespaceURI(), "is");
    children(text).forEach(child -> inline.appendChild(owner.importNode(child, true)));
    cell.replaceChild(inline, value);
    cell.setAttribute("t", "inlineStr");
  }

  private void restyle(Element element, String attribute) {
    if (element.hasAttribute(attribute)) {
      element.setAttribute(attribute, String.valueOf(renumbered(element.getAttribute(attribute))));
    }
  }

  private int renumbered(String style) {
    return styles - 1 - (style.isEmpty() ? 0 : Integer.parseInt(style));
  }

  /** Puts the children in the opposite order, and counts them. */
  private static int reverse(Element list) {
    List<Node> children = children(list);
    children.forEach(child -> list.insertBefore(child, list.getFirstChild()));
    return children.size();
  }

  private static Element first(Document part, String name) {
    return elements(part, name).get(0);
  }

  private static List<Element> elements(Document part, String name) {
    return elements(part.getDocumentElement(), name);
  }

  private static List<Element> elements(Element in, String name) {
    NodeList found = in.getElementsByTagNameNS("*", name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static List<Node> children(Node parent) {
    List<Node> children = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element) {
        children.add(child);
      }
    }
    return children;
  }

  private static void remove(Element element) {
    element.getParentNode().removeChild(element);
  }

  private byte[] bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, UTF_8)) {
      for (Map.Entry<String, Document> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        TransformerFactory.newInstance()
            .newTransformer()
            .transform(new DOMSource(part.getValue()), new StreamResult(zip));
      }
      for (Map.Entry<String, byte[]> other : others.entrySet()) {
        zip.putNextEntry(new ZipEntry(other.getKey()));
        zip.write(other.getValue());
      }
    } catch (TransformerException e) {
      throw new IOException(e);
    }
    return out.toByteArray();
  }
}
