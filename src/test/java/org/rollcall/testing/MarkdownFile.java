package org.rollcall.testing;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A document in Markdown, as far as tests want to know it.
 *
 * @param path where it lies
 * @param prose its lines outside of code blocks
 * @param blocks its code blocks
 */
public record MarkdownFile(Path path, List<String> prose, List<Block> blocks) {
  private static final Pattern FENCE = Pattern.compile("\\s*```(\\w*)\\s*");
  private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("(!?)\\[[^\\]]*+]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("#{1,6} (.+)");
  private static final Pattern NAMED = Pattern.compile("<a id=\"([^\"]+)\">");

  /**
   * A code block.
   *
   * @param language what it is written in; empty if nobody says
   * @param lines its lines
   */
  public record Block(String language, List<String> lines) {
    public Block {
      lines = List.copyOf(lines);
    }

    /** {@return its lines as one text} */
    public String text() {
      return lines.stream().map(line -> line + "\n").collect(joining());
    }
  }

  /**
   * A link.
   *
   * @param image whether it shows a picture
   * @param target where it leads, as it is written
   */
  public record Link(boolean image, String target) {}

  public MarkdownFile {
    prose = List.copyOf(prose);
    blocks = List.copyOf(blocks);
  }

  /**
   * Reads a document.
   *
   * @param path where it lies
   * @return the document
   */
  public static MarkdownFile read(Path path) {
    List<String> prose = new ArrayList<>();
    List<Block> blocks = new ArrayList<>();
    List<String> block = null;
    String language = "";
    for (String line : lines(path)) {
      Matcher fence = FENCE.matcher(line);
      if (!fence.matches()) {
        (block == null ? prose : block).add(line);
      } else if (block == null) {
        language = fence.group(1);
        block = new ArrayList<>();
      } else {
        blocks.add(new Block(language, block));
        block = null;
      }
    }
    return new MarkdownFile(path, prose, blocks);
  }

  private static List<String> lines(Path path) {
    try {
      return Files.readAllLines(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return its text outside of code blocks} */
  public String text() {
    return String.join("\n", prose);
  }

  /** {@return what its prose shows as code, in its order} */
  public List<String> spans() {
    return SPAN.matcher(text()).results().map(found -> found.group(1)).toList();
  }

  /** {@return its links, in its order} */
  public List<Link> links() {
    String text = SPAN.matcher(text()).replaceAll("code");
    return LINK.matcher(text)
        .results()
        .map(found -> new Link(!found.group(1).isEmpty(), found.group(2)))
        .toList();
  }

  /**
   * {@return what links can name behind a number sign: headings, as GitHub does, and marked places}
   */
  public Set<String> anchors() {
    return Stream.concat(
            headings().map(MarkdownFile::anchor),
            NAMED.matcher(text()).results().map(found -> found.group(1)))
        .collect(Collectors.toSet());
  }

  private Stream<String> headings() {
    return prose.stream().map(HEADING::matcher).filter(Matcher::matches).map(m -> m.group(1));
  }

  private static String anchor(String heading) {
    return heading
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
        .replace(' ', '-');
  }
}
