package org.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.testing.MarkdownFile;
import org.rollcall.testing.MarkdownFile.Link;

/**
 * The documents in the archive for installing, going by its descriptor: they lie there as in the
 * repository.
 */
class ArchiveTest {
  private static final Pattern FILE =
      Pattern.compile("<file>(?:(?!</file>).)*<source>([^$<]+)</source>", Pattern.DOTALL);
  private static final Pattern SET =
      Pattern.compile(
          "<directory>([^<]+)</directory>\\s*<outputDirectory>\\1</outputDirectory>"
              + "(?:\\s*<includes>\\s*<include>([^<]+)</include>)?");

  private final Set<Path> packed = new TreeSet<>();

  @BeforeEach
  void read() throws IOException {
    String descriptor = Files.readString(Path.of("src/dist/assembly.xml"));
    FILE.matcher(descriptor).results().map(file -> Path.of(file.group(1))).forEach(packed::add);
    for (MatchResult set : SET.matcher(descriptor).results().toList()) {
      packed.addAll(files(set));
    }
  }

  private static Set<Path> files(MatchResult set) throws IOException {
    Path folder = Path.of(set.group(1));
    String wanted = set.group(2) == null ? "**" : set.group(2);
    var matcher = folder.getFileSystem().getPathMatcher("glob:" + folder + "/" + wanted);
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(matcher::matches)
          .collect(Collectors.toSet());
    }
  }

  @Test
  void documents_ofTheProject_arePacked() {
    assertThat(packed)
        .contains(
            Path.of("README.md"),
            Path.of(".github/CHANGELOG.md"),
            Path.of("src/docs/settings.md"),
            Path.of("src/docs/sheet.png"),
            Path.of("src/docs/decisions/README.md"));
  }

  @Test
  void links_inPackedDocuments_leadToWhatIsPacked() {
    assertThat(packed.stream().filter(file -> file.toString().endsWith(".md")))
        .hasSizeGreaterThan(10)
        .allSatisfy(document -> assertThat(packed).containsAll(targets(document)));
  }

  /** {@return the files to which a document links} */
  private static Set<Path> targets(Path document) {
    return MarkdownFile.read(document).links().stream()
        .map(Link::target)
        .filter(target -> !target.contains("://") && !target.startsWith("#"))
        .map(target -> target.replaceFirst("#.*", ""))
        .map(target -> Path.of(".").resolve(document).resolveSibling(target).normalize())
        .collect(Collectors.toSet());
  }
}
