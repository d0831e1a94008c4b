package org.rollcall;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The rooms of the program: what each may import, which libraries it may know, and how large it may
 * be. Imports point down the layers of the table in the package comment of {@code org.rollcall}.
 */
class ArchitectureTest {
  private static final String ROOT = "org.rollcall";
  private static final Path SOURCES = Path.of("src/main/java/org/rollcall");

  /** The rooms that each room uses. A new use is a decision: it is made here. */
  private static final Map<String, String> USES =
      Map.ofEntries(
          entry("", "cli cli.console memory schedule web worker"),
          entry("access", "basics model store store.account store.ledger"),
          entry(
              "bench",
              "basics demo enrol face home inbox lesson model run school settings store.db"
                  + " store.ledger video"),
          entry(
              "cli",
              "access basics basics.setting bench cli.console demo desk doctor enrol evaluation"
                  + " face face.pack home inbox lesson log mail model model.evaluation night run"
                  + " school settings store store.account store.backup store.db store.ledger"
                  + " store.mail store.register video worker"),
          entry("cli.console", "face.pack model store.account"),
          entry("coverage", "basics model model.picture"),
          entry("demo", "basics basics.setting evaluation model model.picture school video"),
          entry(
              "desk",
              "basics home identity inbox ingest lesson model model.picture school settings"
                  + " sheet store store.account store.ledger store.people store.register video"),
          entry(
              "doctor",
              "basics face face.pack home mail model school settings store store.db store.ledger"
                  + " store.mail store.register"),
          entry(
              "enrol",
              "basics face home identity identity.cohort inbox model model.picture result school"
                  + " settings store store.ledger store.people video"),
          entry(
              "evaluation",
              "basics enrol face face.pack home identity identity.cohort lesson model"
                  + " model.evaluation model.picture school settings sheet.evaluation video"),
          entry("face", "basics basics.setting face.pack model model.picture"),
          entry("face.pack", "basics face.convert model"),
          entry("home", "model school settings store store.backup store.db store.ledger"),
          entry(
              "identity", "basics basics.setting identity.cohort identity.svm model model.picture"),
          entry("identity.cohort", "model model.picture"),
          entry("inbox", "basics basics.setting inbox.name model"),
          entry("inbox.name", "basics model"),
          entry(
              "ingest",
              "basics home inbox inbox.name model school settings store store.ledger video"),
          entry(
              "lesson",
              "basics coverage enrol face home identity identity.cohort ingest memory model"
                  + " model.picture result school settings sheet sheet.typed store store.account"
                  + " store.ledger store.register video"),
          entry("log", "basics settings"),
          entry(
              "mail", "basics model school settings store store.ledger store.mail store.register"),
          entry("model", "model.picture"),
          entry("model.evaluation", "model"),
          entry("night", "basics basics.setting model school settings store store.ledger"),
          entry("result", "basics model model.picture"),
          entry(
              "run",
              "basics desk enrol face face.pack home inbox ingest lesson model school settings"
                  + " store store.account store.ledger store.people video"),
          entry("schedule", "basics model night school settings store.ledger"),
          entry("school", "basics model school.text"),
          entry("settings", "basics.setting face identity inbox model school store.db video"),
          entry("sheet", "basics model model.picture"),
          entry("sheet.evaluation", "model model.evaluation model.picture sheet"),
          entry("sheet.typed", "basics model sheet"),
          entry(
              "store",
              "store.account store.db store.ledger store.mail store.people store.register"),
          entry("store.account", "store.db"),
          entry("store.backup", "basics model store.db"),
          entry("store.db", "basics basics.setting model model.picture"),
          entry("store.ledger", "basics model model.picture store.db"),
          entry("store.mail", "basics model store.account store.db"),
          entry("store.people", "model model.picture store.db"),
          entry("store.register", "basics model model.picture store.db"),
          entry("video", "basics basics.setting model model.picture video.convert video.streams"),
          entry("video.convert", "model.picture"),
          entry("video.streams", "model"),
          entry(
              "web",
              "model school settings web.admin web.classes web.enrol web.kit web.monitor worker"),
          entry(
              "web.admin",
              "access basics desk doctor face face.pack inbox mail model night run school settings"
                  + " store store.account store.ledger store.mail store.register web.kit worker"),
          entry(
              "web.classes",
              "access desk ingest lesson model model.picture school settings sheet store"
                  + " store.account store.ledger store.mail store.people store.register web.kit"
                  + " worker"),
          entry(
              "web.enrol",
              "basics desk enrol lesson model school school.text sheet store.account web.kit"
                  + " worker"),
          entry(
              "web.kit",
              "access basics desk home model model.picture night school settings store"
                  + " store.account worker"),
          entry("web.monitor", "desk home model model.picture store.ledger web.kit"),
          entry(
              "worker",
              "basics enrol face home ingest lesson memory model night run school settings store"
                  + " store.db store.ledger store.people video"));

  /** Foreign libraries, and the rooms that may know them. */
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
          entry("org.w3c.dom..", List.of("sheet")),
          entry("org.xml.sax..", List.of("sheet")),
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
          entry("com.nulabinc..", List.of("access")),
          entry("io.prometheus..", List.of("web.monitor")),
          entry(
              "tools.jackson..",
              List.of(
                  "school",
                  "settings",
                  "result",
                  "evaluation",
                  "bench",
                  "store.backup",
                  "store.db",
                  "web.kit",
                  "doctor")),
          entry("tools.jackson.dataformat..", List.of("school", "settings")),
          entry("com.fasterxml.jackson.annotation..", List.of("school", "result", "evaluation")),
          entry("com.ibm.icu..", List.of("school.text")),
          entry("org.jdbi..", List.of("store")),
          entry("org.flywaydb..", List.of("store.db")),
          entry("org.sqlite..", List.of("store.db")),
          entry("org.postgresql..", List.of("store.db")),
          entry("com.zaxxer.hikari..", List.of("store.db")),
          entry("java.sql..", List.of("store")),
          entry("javax.sql..", List.of("store.db")));

  /** What JNA binds is named after the library: each room binds the functions that it needs. */
  private static final Set<String> SAME_NAMES = Set.of("CLibrary", "package-info");

  /** Public, although no other room names them. */
  private static final Set<String> UNNAMED =
      Set.of(
          // Java starts it.
          "Main",
          // Annotations of record components, which ArchUnit does not see.
          "Fixed",
          "Setting",
          // Other rooms implement them by lambdas.
          "Check",
          "LinearTrainer",
          "StatusPage",
          // Components of public records.
          "ReadinessSettings",
          "RetentionSettings");

  private static final int MOST_CODE_LINES = 300;
  private static final int MOST_FILES = 40;
  private static final int MEAN_FILES = 16;

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void rooms_all_areFreeOfCycles() {
    slices().matching("org.rollcall.(*)..").should().beFreeOfCycles().check(PROGRAM);
    slices().matching("org.rollcall.(**)").should().beFreeOfCycles().check(PROGRAM);
  }

  @Test
  void rooms_all_useWhatIsListed() {
    Map<String, Set<String>> listed = new TreeMap<>();
    USES.forEach((room, used) -> listed.put(room, new TreeSet<>(List.of(used.split(" ")))));

    assertThat(uses()).isEqualTo(listed);
  }

  @Test
  void table_ofTheLayers_hasAllRooms() throws IOException {
    try (Stream<Path> folders = Files.walk(SOURCES)) {
      Set<String> rooms =
          folders
              .filter(folder -> Files.exists(folder.resolve("package-info.java")))
              .map(folder -> SOURCES.relativize(folder).toString().replace('/', '.'))
              .filter(room -> !room.isEmpty())
              .collect(Collectors.toCollection(TreeSet::new));

      assertThat(LayerTable.read().rooms()).containsExactlyInAnyOrderElementsOf(rooms);
    }
  }

  /** Rooms of one layer are strangers; within a room, its parts may know each other. */
  @Test
  void imports_all_pointDown() throws IOException {
    LayerTable table = LayerTable.read();

    uses()
        .forEach(
            (room, used) ->
                assertThat(used)
                    .as("used by %s", room)
                    .allMatch(other -> table.isBelow(other, room) || haveSameOuter(other, room)));
  }

  private static boolean haveSameOuter(String one, String another) {
    return LayerTable.outer(one).equals(LayerTable.outer(another));
  }

  @Test
  void basics_imports_areJavaOnly() {
    check(onlyUses("basics", "java..", "org.rollcall.basics.."));
  }

  @Test
  void model_imports_areJavaOnly() {
    check(onlyUses("model", "java..", "org.rollcall.model.."));
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
  void settings_ofStages_useTheirRecordsOnly() {
    check(
        noClasses()
            .that()
            .resideInAPackage(within("settings"))
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(within("inbox"), within("video"), within("face"))
                    .or(resideInAnyPackage(within("identity"), within("store")))
                    .and(not(nameMatching(".*Settings(\\$.*)?")))));
  }

  /** What templates are compiled to is public, whatever it shows. */
  @Test
  void webAreas_toOthers_showOneClassOnly() {
    check(
        classes()
            .that()
            .resideInAnyPackage(
                within("web.classes"),
                within("web.enrol"),
                within("web.admin"),
                within("web.monitor"))
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
            .resideInAnyPackage(
                within("web.classes"),
                within("web.enrol"),
                within("web.admin"),
                within("web.monitor"))
            .should()
            .dependOnClassesThat(
                resideInAPackage("io.javalin..")
                    .and(not(nameMatching(".*\\.(HttpStatus|SseClient)")))));
  }

  @Test
  void libraries_foreign_stayInTheirRooms() {
    Map<String, List<Dependency>> byPackage =
        PROGRAM.stream()
            .flatMap(user -> user.getDirectDependenciesFromSelf().stream())
            .collect(Collectors.groupingBy(used -> packageOf(used.getTargetClass())));

    OWNERS.forEach(
        (library, owners) ->
            assertThat(byPackage.entrySet().stream())
                .filteredOn(uses -> PackageMatcher.of(library).matches(uses.getKey()))
                .flatMap(Map.Entry::getValue)
                .filteredOn(use -> !isIn(owners, packageOf(use.getOriginClass())))
                .extracting(Dependency::getDescription)
                .as("Uses of %s outside of its rooms %s", library, owners)
                .isEmpty());
  }

  private static boolean isIn(List<String> rooms, String packageName) {
    return rooms.stream().anyMatch(room -> PackageMatcher.of(within(room)).matches(packageName));
  }

  private static String packageOf(JavaClass type) {
    return type.getBaseComponentType().getPackageName();
  }

  /** A library that nobody owns would be everybody's. */
  @Test
  void libraries_foreign_allHaveAnOwner() {
    Stream<String> ours = Stream.of("org.rollcall..", "java..", "javax..", "org.slf4j..");
    String[] known = Stream.concat(OWNERS.keySet().stream(), ours).toArray(String[]::new);

    check(noClasses().should().dependOnClassesThat(not(resideInAnyPackage(known))));
  }

  @Test
  void files_all_areShortEnoughToRead() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      assertThat(files.filter(file -> file.toString().endsWith(".java")))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(codeLines(file)).isLessThanOrEqualTo(MOST_CODE_LINES));
    }
  }

  @Test
  void rooms_all_areSmallEnoughToKnow() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      Map<Path, Long> sizes =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));

      assertThat(sizes)
          .allSatisfy((room, size) -> assertThat(size).isLessThanOrEqualTo(MOST_FILES));
      assertThat(sizes.values().stream().mapToLong(size -> size).average().orElseThrow())
          .isLessThanOrEqualTo(MEAN_FILES);
    }
  }

  /** Whoever reads a name anywhere knows which type it is. */
  @Test
  void names_ofTypes_areUnique() {
    Map<String, Set<String>> types =
        PROGRAM.stream()
            .filter(type -> !type.isAnonymousClass() && !type.getSimpleName().startsWith("Jte"))
            .collect(
                Collectors.groupingBy(
                    JavaClass::getSimpleName,
                    Collectors.mapping(JavaClass::getName, Collectors.toSet())));
    types.keySet().removeAll(SAME_NAMES);

    assertThat(types.values()).allSatisfy(same -> assertThat(same).hasSize(1));
  }

  /** A caller without a value calls another method, or passes a value that says so. */
  @Test
  void parameters_optional_areComponentsOfRecordsOnly() {
    check(
        noCodeUnits()
            .that(not(describe("are canonical", ArchitectureTest::isCanonical)))
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .and()
            .areDeclaredInClassesThat()
            .haveNameNotMatching(".*Jte\\w+Generated.*")
            .should()
            .haveRawParameterTypes(describe("an optional one", ArchitectureTest::hasOptional)));
  }

  private static boolean isCanonical(JavaCodeUnit unit) {
    JavaClass owner = unit.getOwner();
    Stream<JavaClass> components =
        owner.getFields().stream()
            .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
            .map(JavaField::getRawType);
    return owner.isRecord()
        && unit.isConstructor()
        && names(unit.getRawParameterTypes().stream()).equals(names(components));
  }

  private static List<String> names(Stream<JavaClass> types) {
    return types.map(JavaClass::getName).sorted().toList();
  }

  private static boolean hasOptional(List<JavaClass> types) {
    return names(types.stream()).stream().anyMatch(name -> name.startsWith("java.util.Optional"));
  }

  /** Exceptions are public, so that callers may catch them, even where none does so far. */
  @Test
  void types_public_areUsedByAnotherRoom() {
    Set<String> used =
        PROGRAM.stream()
            .flatMap(user -> user.getDirectDependenciesFromSelf().stream())
            .filter(dependency -> !haveSamePackage(dependency))
            .map(dependency -> dependency.getTargetClass().getBaseComponentType().getName())
            .collect(Collectors.toSet());

    assertThat(PROGRAM)
        .filteredOn(
            type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
        .filteredOn(type -> !Throwable.class.isAssignableFrom(type.reflect()))
        .filteredOn(type -> !type.getSimpleName().startsWith("Jte"))
        .filteredOn(type -> !used.contains(type.getName()))
        .extracting(JavaClass::getSimpleName)
        .containsExactlyInAnyOrderElementsOf(UNNAMED);
  }

  private static boolean haveSamePackage(Dependency dependency) {
    return packageOf(dependency.getOriginClass()).equals(packageOf(dependency.getTargetClass()));
  }

  private static long codeLines(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("*") && !line.startsWith("/"))
          .count();
    }
  }

  /** {@return for each room that uses others, which} */
  private static Map<String, Set<String>> uses() {
    Map<String, Set<String>> uses = new TreeMap<>();
    for (JavaClass user : PROGRAM) {
      user.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getPackageName())
          .filter(used -> used.startsWith(ROOT + ".") && !used.equals(user.getPackageName()))
          .forEach(
              used ->
                  uses.computeIfAbsent(room(user.getPackageName()), key -> new TreeSet<>())
                      .add(room(used)));
    }
    return uses;
  }

  private static String room(String packageName) {
    return packageName.equals(ROOT) ? "" : packageName.substring(ROOT.length() + 1);
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(PROGRAM);
  }

  private static String within(String room) {
    return "org.rollcall." + room + "..";
  }

  private static ArchRule onlyUses(String room, String... packages) {
    return classes()
        .that()
        .resideInAPackage(within(room))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(packages);
  }
}
