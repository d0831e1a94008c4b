package org.rollcall;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The layers of the program, from the bottom: {@code basics}, {@code model} and {@code memory}, the
 * stages, {@code config}, {@code lesson} beside {@code night}, {@code access}, {@code mail} and
 * {@code log}, {@code worker} above them, {@code evaluation}, {@code demo} and {@code bench}, the
 * doors, and {@code Main}. Imports point down only.
 */
class ArchitectureTest {
  private static final List<String> STAGES =
      List.of("inbox", "video", "face", "identity", "sheet", "store", "result");
  private static final List<String> DOORS = List.of("cli", "schedule", "web");
  private static final List<String> WEB_AREAS =
      List.of("web.classes", "web.enrol", "web.admin", "web.monitor");

  /** Foreign libraries, and the packages that may know them. */
  private static final Map<String, List<String>> OWNERS =
      Map.ofEntries(
          entry("org.bytedeco.javacv..", List.of("video")),
          entry("org.bytedeco.ffmpeg..", List.of("video")),
          entry("org.bytedeco.opencv..", List.of("video", "face")),
          entry("org.bytedeco.javacpp..", List.of("video", "face")),
          entry("ai.djl..", List.of("face")),
          entry("com.sun.jna..", List.of("face", "memory")),
          entry("com.sun.management..", List.of("memory")),
          entry("de.bwaldvogel..", List.of("identity.svm")),
          entry("org.apache.poi..", List.of("sheet")),
          entry("org.apache.xmlbeans..", List.of("sheet")),
          entry("org.openxmlformats..", List.of("sheet")),
          entry("com.github.miachm..", List.of("sheet")),
          entry("org.quartz..", List.of("schedule")),
          entry("picocli..", List.of("cli")),
          entry("io.javalin..", List.of("web")),
          entry("org.eclipse.jetty..", List.of("web")),
          entry("kotlin..", List.of("web")),
          entry("jakarta.servlet..", List.of("web")),
          entry("gg.jte..", List.of("web", "mail")),
          entry("jakarta.mail..", List.of("mail")),
          entry("jakarta.activation..", List.of("mail")),
          entry("org.eclipse.angus..", List.of("mail")),
          entry("com.password4j..", List.of("access")),
          entry("io.prometheus..", List.of("web.monitor")),
          entry(
              "tools.jackson..",
              List.of("config", "result", "evaluation", "bench", "store", "web.kit", "doctor")),
          entry("tools.jackson.dataformat..", List.of("config")),
          entry("com.fasterxml.jackson.annotation..", List.of("config", "result", "evaluation")),
          entry("org.jdbi..", List.of("store")),
          entry("org.flywaydb..", List.of("store")),
          entry("org.sqlite..", List.of("store")),
          entry("org.postgresql..", List.of("store")),
          entry("com.zaxxer.hikari..", List.of("store")),
          entry("java.sql..", List.of("store")),
          entry("javax.sql..", List.of("store")));

  private static final int MOST_CODE_LINES = 300;

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.rollcall");

  @Test
  void packages_all_areFreeOfCycles() {
    slices().matching("org.rollcall.(*)..").should().beFreeOfCycles().check(PROGRAM);
    slices().matching("org.rollcall.(**)").should().beFreeOfCycles().check(PROGRAM);
  }

  @Test
  void packages_all_haveALayer() {
    List<String> layers =
        new ArrayList<>(
            List.of(
                "basics",
                "memory",
                "model",
                "config",
                "log",
                "lesson",
                "night",
                "access",
                "mail",
                "worker",
                "evaluation",
                "demo",
                "bench",
                "doctor"));
    layers.addAll(STAGES);
    layers.addAll(DOORS);
    String[] known = packages(layers);

    check(
        classes()
            .that()
            .resideInAPackage("org.rollcall..")
            .should()
            .resideInAnyPackage(with(known, "org.rollcall")));
  }

  @Test
  void basics_imports_areJavaOnly() {
    check(onlyUses("basics", "java..", "org.rollcall.basics.."));
  }

  /** A file replaced in any other way may be seen half written, or be lost with the power. */
  @Test
  void files_all_areReplacedByBasicsOnly() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(within("basics"))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(StandardCopyOption.class));
  }

  @Test
  void model_imports_areJavaOnly() {
    check(onlyUses("model", "java..", "org.rollcall.model.."));
  }

  @Test
  void identity_imports_areJavaBasicsAndModelOnly() {
    check(
        onlyUses(
            "identity",
            "java..",
            "org.rollcall.basics..",
            "org.rollcall.model..",
            "org.rollcall.identity..",
            "de.bwaldvogel.liblinear.."));
  }

  @Test
  void stages_ofRollcall_useTheModelOnly() {
    for (String stage : STAGES) {
      check(
          noClasses()
              .that()
              .resideInAPackage(within(stage))
              .should()
              .dependOnClassesThat(ownExcept("model", stage)));
    }
  }

  @Test
  void config_ofRollcall_usesModelAndStagesOnly() {
    List<String> below = new ArrayList<>(List.of("model", "config"));
    below.addAll(STAGES);

    check(
        noClasses()
            .that()
            .resideInAPackage(within("config"))
            .should()
            .dependOnClassesThat(ownExcept(below.toArray(String[]::new))));
  }

  @Test
  void config_ofStages_usesTheirSettingsOnly() {
    check(
        noClasses()
            .that()
            .resideInAPackage(within("config"))
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(packages(STAGES)).and(not(nameMatching(".*Settings(\\$.*)?")))));
  }

  @Test
  void night_ofRollcall_usesModelConfigAndStoreOnly() {
    check(
        noClasses()
            .that()
            .resideInAPackage(within("night"))
            .should()
            .dependOnClassesThat(ownExcept("model", "config", "store", "night")));
  }

  @Test
  void access_ofRollcall_usesModelAndStoreOnly() {
    check(
        noClasses()
            .that()
            .resideInAPackage(within("access"))
            .should()
            .dependOnClassesThat(ownExcept("model", "store", "access")));
  }

  @Test
  void mail_ofRollcall_usesModelConfigAndStoreOnly() {
    check(
        noClasses()
            .that()
            .resideInAPackage(within("mail"))
            .should()
            .dependOnClassesThat(ownExcept("model", "config", "store", "mail")));
  }

  @Test
  void mail_ofRollcall_isForDoorsAndDoctorOnly() {
    check(isOnlyFor("mail", with(with(DOORS, "mail"), "doctor")));
  }

  @Test
  void log_ofRollcall_usesConfigOnlyAndIsForTheCommandLine() {
    check(
        noClasses()
            .that()
            .resideInAPackage(within("log"))
            .should()
            .dependOnClassesThat(ownExcept("config", "log")));
    check(isOnlyFor("log", List.of("cli", "log")));
  }

  @Test
  void worker_ofRollcall_isForDoorsOnly() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(with(packages(with(DOORS, "worker")), "org.rollcall"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(within("worker")));
  }

  @Test
  void worker_ofRollcall_usesNoDoor() {
    check(
        noClasses()
            .that()
            .resideInAPackage(within("worker"))
            .should()
            .dependOnClassesThat(resideInAnyPackage(packages(DOORS))));
  }

  @Test
  void night_ofRollcall_isForWorkerAndDoorsOnly() {
    check(isOnlyFor("night", with(with(DOORS, "night"), "worker")));
  }

  @Test
  void flow_ofRollcall_usesNoDoor() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(within("lesson"), within("evaluation"))
            .should()
            .dependOnClassesThat(resideInAnyPackage(with(packages(DOORS), "org.rollcall"))));
  }

  @Test
  void demo_ofRollcall_usesModelVideoConfigAndEvaluationOnly() {
    check(
        noClasses()
            .that()
            .resideInAPackage(within("demo"))
            .should()
            .dependOnClassesThat(ownExcept("model", "video", "config", "evaluation", "demo")));
  }

  @Test
  void evaluation_ofRollcall_isForDemoAndDoorsOnly() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(packages(with(with(DOORS, "demo"), "evaluation")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(within("evaluation")));
  }

  @Test
  void demo_ofRollcall_isForDoorsAndBenchOnly() {
    check(isOnlyFor("demo", with(with(DOORS, "demo"), "bench")));
  }

  @Test
  void bench_ofRollcall_isForDoorsOnly() {
    check(isOnlyFor("bench", with(DOORS, "bench")));
  }

  @Test
  void bench_ofRollcall_usesNoDoor() {
    check(
        noClasses()
            .that()
            .resideInAPackage(within("bench"))
            .should()
            .dependOnClassesThat(resideInAnyPackage(with(packages(DOORS), "org.rollcall"))));
  }

  @Test
  void doctor_ofRollcall_isForDoorsOnly() {
    check(isOnlyFor("doctor", with(DOORS, "doctor")));
  }

  @Test
  void doors_oneAnother_areStrangers() {
    for (String door : DOORS) {
      List<String> others = DOORS.stream().filter(other -> !other.equals(door)).toList();
      check(
          noClasses()
              .that()
              .resideInAPackage(within(door))
              .should()
              .dependOnClassesThat(resideInAnyPackage(with(packages(others), "org.rollcall"))));
    }
  }

  @Test
  void webAreas_oneAnother_areStrangers() {
    for (String area : WEB_AREAS) {
      List<String> others = WEB_AREAS.stream().filter(other -> !other.equals(area)).toList();
      check(
          noClasses()
              .that()
              .resideInAPackage(within(area))
              .should()
              .dependOnClassesThat(resideInAnyPackage(with(packages(others), "org.rollcall.web"))));
    }
  }

  /** What templates are compiled to is public, whatever it shows. */
  @Test
  void webAreas_toOthers_showOneClassOnly() {
    check(
        classes()
            .that()
            .resideInAnyPackage(packages(WEB_AREAS))
            .and()
            .arePublic()
            .and()
            .haveNameNotMatching(".*Jte\\w+Generated")
            .should()
            .haveSimpleNameEndingWith("Area"));
  }

  @Test
  void webAreas_ofJavalin_useStatusAndEventsOnly() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(packages(WEB_AREAS))
            .should()
            .dependOnClassesThat(
                resideInAPackage("io.javalin..")
                    .and(not(nameMatching(".*\\.(HttpStatus|SseClient)")))));
  }

  @Test
  void webKit_ofRollcall_isForTheWebOnly() {
    check(isOnlyFor("web.kit", List.of("web")));
  }

  @Test
  void webKit_ofTheWeb_usesNoArea() {
    check(
        noClasses()
            .that()
            .resideInAPackage(within("web.kit"))
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(with(packages(WEB_AREAS), "org.rollcall.web"))));
  }

  @Test
  void main_nobody_dependsOnIt() {
    check(
        noClasses()
            .that()
            .resideInAPackage("org.rollcall.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.rollcall"));
  }

  @Test
  void libraries_foreign_stayInTheirPackage() {
    OWNERS.forEach(
        (library, owners) ->
            check(
                noClasses()
                    .that()
                    .resideOutsideOfPackages(packages(owners))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(library)));
  }

  /** A library that nobody owns would be everybody's. */
  @Test
  void libraries_foreign_allHaveAnOwner() {
    List<String> known = new ArrayList<>(OWNERS.keySet());
    known.addAll(List.of("org.rollcall..", "java..", "javax..", "org.slf4j.."));

    check(
        noClasses()
            .should()
            .dependOnClassesThat(not(resideInAnyPackage(known.toArray(String[]::new)))));
  }

  @Test
  void files_all_areShortEnoughToRead() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".java")))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(codeLines(file)).isLessThanOrEqualTo(MOST_CODE_LINES));
    }
  }

  private static long codeLines(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("*") && !line.startsWith("/"))
          .count();
    }
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(PROGRAM);
  }

  /**
   * {@return Rollcall's own classes, but for those of some packages and of basics, which any may
   * use}
   */
  private static DescribedPredicate<JavaClass> ownExcept(String... names) {
    return resideInAPackage("org.rollcall..")
        .and(not(resideInAnyPackage(packages(with(Arrays.asList(names), "basics")))));
  }

  private static String within(String name) {
    return "org.rollcall." + name + "..";
  }

  private static String[] packages(List<String> names) {
    return names.stream().map(ArchitectureTest::within).toArray(String[]::new);
  }

  private static String[] with(String[] packages, String another) {
    return Stream.concat(Stream.of(packages), Stream.of(another)).toArray(String[]::new);
  }

  private static List<String> with(List<String> names, String another) {
    return Stream.concat(names.stream(), Stream.of(another)).toList();
  }

  private static ArchRule isOnlyFor(String name, List<String> users) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages(users))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(within(name));
  }

  private static ArchRule onlyUses(String name, String... packages) {
    return classes()
        .that()
        .resideInAPackage(within(name))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(packages);
  }
}
