package org.rollcall.tools;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The programs for developers are compiled with the tests, but are none. */
class ProgramsTest {
  private static final Path TOOLS = Path.of("src/tools/java");
  private static final JavaClasses TESTS_AND_TOOLS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.OnlyIncludeTests())
          .importPackages(
              "org.rollcall.tools",
              "org.rollcall.face",
              "org.rollcall.identity",
              "org.rollcall.video");

  @Test
  void programs_all_useNothingOfTheTests() {
    assertThat(TESTS_AND_TOOLS.stream().filter(in(TOOLS))).hasSizeGreaterThan(40);

    noClasses()
        .that(in(TOOLS))
        .should()
        .dependOnClassesThat(in(Path.of("src/test/java")))
        .check(TESTS_AND_TOOLS);
  }

  @Test
  void programs_all_areListed() throws IOException {
    String list = Files.readString(TOOLS.resolve("org/rollcall/tools/package-info.java"));
    List<String> programs =
        TESTS_AND_TOOLS.stream()
            .filter(in(TOOLS))
            .filter(type -> type.tryGetMethod("main", String[].class).isPresent())
            .map(JavaClass::getName)
            .toList();

    assertThat(programs).hasSizeGreaterThan(5).allSatisfy(name -> assertThat(list).contains(name));
  }

  private static DescribedPredicate<JavaClass> in(Path sources) {
    return DescribedPredicate.describe(
        "are in " + sources,
        type -> {
          String outermost = type.getName().replaceFirst("\\$.*", "");
          return Files.exists(sources.resolve(outermost.replace('.', '/') + ".java"));
        });
  }
}
