package org.rollcall.tools;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Tells at the end of a build which test classes took longest. */
public final class SlowestTests {
  private static final int SHOWN = 10;

  private SlowestTests() {}

  /**
   * Prints them, with their seconds.
   *
   * @param args folders of Surefire's reports; what an earlier build left there does not count
   * @throws IOException if a report cannot be read
   */
  public static void main(String[] args) throws IOException {
    Map<String, Double> seconds = new HashMap<>();
    for (String folder : args) {
      add(Path.of(folder), seconds);
    }
    System.out.println(seconds.isEmpty() ? "No test has run." : "The slowest test classes:");
    seconds.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(SHOWN)
        .forEach(
            test ->
                System.out.printf(Locale.ROOT, "%8.1f s  %s%n", test.getValue(), test.getKey()));
  }

  private static void add(Path folder, Map<String, Double> seconds) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    long start = ManagementFactory.getRuntimeMXBean().getStartTime();
    try (Stream<Path> reports = Files.list(folder)) {
      for (Path report : reports.filter(file -> file.toString().endsWith(".xml")).toList()) {
        if (Files.getLastModifiedTime(report).toMillis() >= start) {
          Element suite = read(report);
          double time = Double.parseDouble(suite.getAttribute("time"));
          seconds.merge(suite.getAttribute("name"), time, Double::sum);
        }
      }
    }
  }

  private static Element read(Path report) throws IOException {
    try {
      DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      return parser.parse(report.toFile()).getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("'%s' is no report of tests".formatted(report), e);
    }
  }
}
