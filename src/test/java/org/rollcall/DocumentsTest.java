package org.rollcall;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.cli.Commands;
import org.rollcall.cli.Shell;
import org.rollcall.cli.StatusPage;
import org.rollcall.cli.console.Console;
import org.rollcall.school.Home;
import org.rollcall.settings.SettingsFile;
import org.rollcall.testing.MarkdownFile;
import org.rollcall.testing.MarkdownFile.Link;

/** The documents say what the program does, and lead to each other. */
class DocumentsTest {
  private static final Path README = Path.of("README.md");
  private static final Path DOCUMENTS = Path.of("src/docs");

  private static final Path CONTRIBUTING = Path.of(".github/CONTRIBUTING.md");

  /** What a first visit to the project should take is reading this, not more. */
  private static final int README_BYTES = 9_000;

  private static final int CONTRIBUTING_LINES = 35;
  private static final int PICTURE_BYTES = 300_000;

  /** They stand among the settings in {@code result.json}, but nobody can set them. */
  private static final Set<String> FACTS =
      Set.of("recognition.limit", "recognition.expectedFalseMarks");

  private static final Pattern CALL =
      Pattern.compile("(?:.*-jar \\S*rollcall\\.jar|(?:.*bin/)?rollcall) +(.*)");
  private static final Pattern SETTING = Pattern.compile("([a-z]+\\.[a-zA-Z]+)(?:: .*)?");
  private static final Pattern TOOL = Pattern.compile("org\\.rollcall\\.tools(?:\\.\\w+)+");
  private static final Pattern TEST = Pattern.compile("\\b[A-Z]\\w+(?:Test|Benchmarks)\\b");

  private static final Map<List<String>, String> HELP = new HashMap<>();

  @Test
  void readme_size_isSmall() throws IOException {
    assertThat(Files.size(README)).isLessThanOrEqualTo(README_BYTES);
  }

  @Test
  void contributing_size_isSmall() throws IOException {
    assertThat(Files.readAllLines(CONTRIBUTING)).hasSizeLessThanOrEqualTo(CONTRIBUTING_LINES);
  }

  @Test
  void documents_all_sayForWhomTheyAreAndLeadOn() throws IOException {
    assertThat(documents().filter(document -> document.path().startsWith(DOCUMENTS)))
        .isNotEmpty()
        .allSatisfy(
            document -> {
              assertThat(document.prose().get(2)).containsAnyOf("This is for ", "For whoever ");
              assertThat(document.text()).containsPattern("\n---\n\n(See also|Related): \\[");
            });
  }

  @Test
  void documents_all_areReachedFromTheReadme() throws IOException {
    Set<Path> reached = new TreeSet<>(Set.of(README));
    List<Path> open = new ArrayList<>(reached);
    while (!open.isEmpty()) {
      Path next = open.remove(0);
      files(MarkdownFile.read(next))
          .filter(file -> file.toString().endsWith(".md"))
          .filter(reached::add)
          .forEach(open::add);
    }

    assertThat(reached).containsAll(documents().map(MarkdownFile::path).toList());
  }

  @Test
  void links_inAllDocuments_leadSomewhere() throws IOException {
    assertThat(documents())
        .isNotEmpty()
        .allSatisfy(
            document ->
                assertThat(links(document))
                    .isNotEmpty()
                    .allSatisfy(link -> assertLeadsSomewhere(link, document)));
  }

  private static void assertLeadsSomewhere(Link link, MarkdownFile document) {
    Path file = file(link, document);
    assertThat(file).exists();
    int sign = link.target().indexOf('#');
    if (sign >= 0) {
      assertThat(MarkdownFile.read(file).anchors()).contains(link.target().substring(sign + 1));
    }
  }

  @Test
  void pictures_all_areSmallAndShown() throws IOException {
    List<Path> shown = new ArrayList<>();
    for (MarkdownFile document : documents().toList()) {
      links(document).stream().filter(Link::image).forEach(l -> shown.add(file(l, document)));
    }
    try (Stream<Path> files = Files.list(DOCUMENTS)) {
      assertThat(files.filter(file -> file.toString().matches(".*\\.(png|jpg)")))
          .isNotEmpty()
          .allSatisfy(
              picture -> {
                assertThat(shown).contains(picture);
                assertThat(picture)
                    .satisfies(p -> assertThat(Files.size(p)).isLessThan(PICTURE_BYTES));
              });
    }
  }

  @Test
  void settings_inTheText_areThere(@TempDir Path folder) throws IOException {
    Set<String> known =
        SettingsFile.explain(Home.of(folder), Map.of()).stream()
            .map(setting -> setting.key())
            .collect(Collectors.toSet());
    Set<String> sections = known.stream().map(DocumentsTest::section).collect(Collectors.toSet());

    assertThat(
            documents()
                .flatMap(document -> document.spans().stream())
                .map(SETTING::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .filter(key -> sections.contains(section(key)))
                .filter(key -> !FACTS.contains(key)))
        .isNotEmpty()
        .isSubsetOf(known);
  }

  private static String section(String key) {
    return key.substring(0, key.indexOf('.'));
  }

  @Test
  void settings_inExamples_areTaken(@TempDir Path folder) throws IOException {
    Home home = Home.of(folder);
    Files.createDirectories(home.config());

    assertThat(documents().flatMap(document -> document.blocks().stream()))
        .filteredOn(block -> block.language().equals("yaml"))
        .isNotEmpty()
        .allSatisfy(
            block -> {
              Files.writeString(home.settingsFile(), block.text());
              assertThatCode(() -> SettingsFile.read(home)).doesNotThrowAnyException();
            });
  }

  @Test
  void folders_table_hasThePlacesOfAHome() throws IOException {
    Home home = Home.of(Path.of("home"));
    String table = between(Files.readString(README), "## Where everything is", "## Documents");

    assertThat(
            Stream.of(
                    home.settingsFile(),
                    home.timetableFile(),
                    home.holidaysFile(),
                    home.rosterFile("7A"),
                    home.studentsFolder("7A"),
                    home.modelsFolder(),
                    home.footage(),
                    home.attendance("7A"),
                    home.database(),
                    home.logs(),
                    home.evaluations())
                .map(place -> home.relative(place).replace("7A", "<class>")))
        .allSatisfy(place -> assertThat(table).contains("`" + place));
  }

  @Test
  void commands_table_hasAllOfTheProgram() throws IOException {
    String text = Files.readString(DOCUMENTS.resolve("admins.md"));
    String table = text.substring(text.indexOf("\n## Commands\n"));

    assertThat(groups("^\\| `([a-z]+)", table)).containsExactlyElementsOf(commands());
  }

  @Test
  void commands_inAllDocuments_areThereWithTheirOptions() throws IOException {
    assertThat(calls()).contains(List.of("demo"), List.of("run")).allSatisfy(this::assertIsCommand);
  }

  private void assertIsCommand(List<String> words) {
    List<String> command = new ArrayList<>();
    Set<String> below = commands();
    for (String word : words) {
      if (below.isEmpty() || word.startsWith("--")) {
        break;
      }
      assertThat(below).contains(word);
      command.add(word);
      below = below(help(command));
    }
    assertThat(words.stream().filter(word -> word.startsWith("--")))
        .allSatisfy(option -> assertThat(help(command)).containsPattern("\\W" + option + "\\b"));
  }

  @Test
  void programs_inTheText_areThere() throws IOException {
    Set<String> sources = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .map(file -> file.toString().replace('\\', '/').replaceAll("^.*?/java/|\\.java$", ""))
          .forEach(file -> sources.add(file.replace('/', '.')));
    }
    Set<String> names =
        sources.stream().map(n -> n.substring(n.lastIndexOf('.') + 1)).collect(Collectors.toSet());
    String text = documents().map(DocumentsTest::everything).collect(Collectors.joining("\n"));

    assertThat(TOOL.matcher(text).results().map(found -> found.group()))
        .isNotEmpty()
        .allSatisfy(tool -> assertThat(sources).contains(tool));
    assertThat(TEST.matcher(text).results().map(found -> found.group()))
        .isNotEmpty()
        .allSatisfy(test -> assertThat(names).contains(test));
  }

  /** {@return how often commands are called in the documents, each without the program} */
  private static Set<List<String>> calls() throws IOException {
    Set<String> commands = commands();
    return documents()
        .flatMap(
            document ->
                Stream.concat(
                    document.spans().stream(),
                    document.blocks().stream().flatMap(block -> block.lines().stream())))
        .map(code -> call(code.strip(), commands))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.toSet());
  }

  private static List<String> call(String code, Set<String> commands) {
    Matcher called = CALL.matcher(code);
    List<String> words = new ArrayList<>();
    if (called.matches()) {
      words.addAll(Arrays.asList(called.group(1).replaceFirst("^--home \\S+ ", "").split(" +")));
    } else if (commands.contains(code.split(" ", -1)[0])) {
      words.addAll(Arrays.asList(code.split(" +")));
    }
    return words;
  }

  /** {@return the commands that the program itself lists} */
  private static Set<String> commands() {
    return below(help(List.of()));
  }

  private static Set<String> below(String help) {
    int list = help.indexOf("\nCommands:");
    return list < 0
        ? Set.of()
        : groups("^  ([a-z]+) ", help.substring(list, help.indexOf("\nExit codes:")));
  }

  private static String help(List<String> command) {
    return HELP.computeIfAbsent(List.copyOf(command), DocumentsTest::askForHelp);
  }

  private static String askForHelp(List<String> command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, UTF_8);
    List<String> arguments = new ArrayList<>(command);
    arguments.add("--help");
    new Commands(
            new Shell(
                new Console(stream, stream, false, 80),
                Clock.systemUTC(),
                Map.of(),
                (plan, book, duties) -> {},
                (home, settings, shown) -> new StatusPage.Opened("", () -> {})))
        .execute(arguments.toArray(String[]::new));
    return out.toString(UTF_8);
  }

  private static Stream<MarkdownFile> documents() throws IOException {
    List<Path> paths = new ArrayList<>(List.of(README, CONTRIBUTING));
    try (Stream<Path> files = Files.walk(DOCUMENTS)) {
      files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(paths::add);
    }
    return paths.stream().map(MarkdownFile::read);
  }

  private static String everything(MarkdownFile document) {
    return Stream.concat(
            Stream.of(document.text()), document.blocks().stream().map(block -> block.text()))
        .collect(Collectors.joining("\n"));
  }

  /** {@return its links but those to other sites} */
  private static List<Link> links(MarkdownFile document) {
    return document.links().stream().filter(link -> !link.target().contains("://")).toList();
  }

  private static Stream<Path> files(MarkdownFile document) {
    return links(document).stream().map(link -> file(link, document));
  }

  private static Path file(Link link, MarkdownFile document) {
    String target = link.target().replaceFirst("#.*", "");
    return target.isEmpty()
        ? document.path()
        : Path.of(".").resolve(document.path()).resolveSibling(target).normalize();
  }

  /** {@return all that a pattern's group finds in a text, sorted} */
  private static Set<String> groups(String pattern, String text) {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String between(String text, String begin, String end) {
    return text.substring(text.indexOf(begin) + begin.length(), text.indexOf(end)).strip();
  }
}
