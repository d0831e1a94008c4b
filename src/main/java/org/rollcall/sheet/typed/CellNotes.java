package org.rollcall.sheet.typed;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.poi.ooxml.POIXMLDocumentPart.RelationPart;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Notes that people attached to cells of a worksheet, and conversations about them. */
final class CellNotes {
  private static final String CONVERSATIONS =
      "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment";
  private static final String NAMESPACE =
      "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments";

  /** Where the advice in the note of a conversation sends people, in every language. */
  private static final String ADVICE_ENDS = "linkid=870924";

  /** Above each part of a conversation, in the language of the program. */
  private static final Pattern LABEL = Pattern.compile("(?m)^\\S.*:\\R {4}");

  private static final String BETWEEN = " / ";

  private final String worksheet;
  private final Map<CellAddress, String> notes = new TreeMap<>();

  private CellNotes(String worksheet) {
    this.worksheet = worksheet;
  }

  /** {@return the notes in a worksheet} */
  static CellNotes of(Sheet sheet) {
    CellNotes notes = new CellNotes(sheet.getSheetName());
    sheet
        .getCellComments()
        .forEach((cell, comment) -> notes.put(cell, said(comment.getString().getString())));
    if (sheet instanceof XSSFSheet xlsx) {
      notes.readConversations(xlsx);
    }
    return notes;
  }

  /**
   * Removes the advice to update from the note of a conversation, and its labels such as {@code
   * Comment:} and {@code Reply:}, for files from which a program has dropped the conversation.
   */
  private static String said(String note) {
    int advice = note.indexOf(ADVICE_ENDS);
    return advice < 0
        ? note
        : LABEL
            .splitAsStream(note.substring(advice + ADVICE_ENDS.length()))
            .map(String::strip)
            .filter(Predicate.not(String::isEmpty))
            .collect(joining(BETWEEN));
  }

  private void put(CellAddress cell, String text) {
    notes.put(cell, text.strip().replaceAll("\\s+", " "));
  }

  /** For older programs, each conversation is also a note, in which they are told to update. */
  private void readConversations(XSSFSheet sheet) {
    Map<CellAddress, String> conversations = new TreeMap<>();
    sheet.getRelationParts().stream()
        .filter(part -> part.getRelationship().getRelationshipType().equals(CONVERSATIONS))
        .forEach(part -> readConversations(part, conversations));
    conversations.forEach(this::put);
  }

  private static void readConversations(RelationPart part, Map<CellAddress, String> into) {
    try (InputStream in = part.getDocumentPart().getPackagePart().getInputStream()) {
      Document document = XMLHelper.newDocumentBuilder().parse(in);
      NodeList found = document.getElementsByTagNameNS(NAMESPACE, "threadedComment");
      for (int i = 0; i < found.getLength(); i++) {
        Element one = (Element) found.item(i);
        into.merge(new CellAddress(one.getAttribute("ref")), one.getTextContent(), CellNotes::both);
      }
    } catch (IOException | SAXException e) {
      throw new IllegalStateException("Cannot read the comments: " + e.getMessage(), e);
    }
  }

  private static String both(String first, String second) {
    return first + BETWEEN + second;
  }

  /** Takes the notes of a row, counted from 0; empty if there are none. */
  String take(int row) {
    Map<CellAddress, String> taken = new TreeMap<>(notes);
    taken.keySet().removeIf(cell -> cell.getRow() != row);
    notes.keySet().removeAll(taken.keySet());
    return taken.values().stream().map(text -> "Note: " + text).collect(joining("; "));
  }

  /** {@return the notes that were not taken, by cell as in messages} */
  Map<String, String> others() {
    Map<String, String> others = new LinkedHashMap<>();
    notes.forEach((cell, text) -> others.put("'" + worksheet + "'!" + cell, text));
    return others;
  }
}
