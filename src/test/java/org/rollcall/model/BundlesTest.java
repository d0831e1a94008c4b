package org.rollcall.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundlesTest {
  private static final Pattern KEY = Pattern.compile("(?m)^(?![#!])([^\\s=:]+)\\s*[=:]");

  static List<Path> bundles() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
      return files.filter(file -> file.toString().endsWith(".properties")).toList();
    }
  }

  /** The later one would win, unseen. */
  @ParameterizedTest
  @MethodSource("bundles")
  void bundle_each_statesNoKeyTwice(Path bundle) throws IOException {
    List<String> keys =
        KEY.matcher(Files.readString(bundle)).results().map(MatchResult::group).toList();

    assertThat(keys).isNotEmpty().doesNotHaveDuplicates();
  }
}
