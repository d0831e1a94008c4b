package org.rollcall.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.model.Consent;
import org.rollcall.model.Roster;
import org.rollcall.model.Student;
import org.rollcall.school.InvalidConfiguration.Problem;
import org.rollcall.testing.SchoolFolder;

class RosterFileTest {
  private static final String PLAIN = "id,name\n17,Zoë Müller\n4,Ann Lee\n";
  private static final String FILE = "config/classes/7A/roster.csv";
  private static final Student ZOE = new Student("17", "Zoë Müller");
  private static final Student ANN = new Student("4", "Ann Lee");

  @TempDir private Path root;

  @Test
  void read_idAndName_keepsTheOrder() {
    assertThat(read(PLAIN)).isEqualTo(new Roster("7A", List.of(ZOE, ANN)));
  }

  @Test
  void read_allColumnsInAnyOrderAndCase_arrive() {
    String text = "Consent,NAME,email,Id\nyes,Zoë Müller,zoe@example.org,17\n";

    assertThat(read(text).students())
        .containsExactly(
            new Student("17", "Zoë Müller", Optional.of("zoe@example.org"), Consent.GIVEN));
  }

  @Test
  void read_asSpreadsheetsWriteIt_isTheSame() {
    Roster plain = read(PLAIN);

    assertThat(read(PLAIN.replace(',', ';').replace("\n", "\r\n"))).isEqualTo(plain);
    assertThat(read(PLAIN.replace(',', '\t'))).isEqualTo(plain);
    assertThat(read("\uFEFF" + PLAIN)).isEqualTo(plain);
    assertThat(read(PLAIN, Charset.forName("windows-1252"))).isEqualTo(plain);
    assertThat(read(PLAIN.replace(',', '\t'), StandardCharsets.UTF_16)).isEqualTo(plain);
    assertThat(read("id,name,,\n17,Zoë Müller,,\n4,Ann Lee,,\n,,,\n")).isEqualTo(plain);
  }

  @Test
  void read_blanksAndBlankLines_meanNothing() {
    assertThat(read("\n id , name \n\n  17 , \u00a0Zoë\u00a0Müller \n\n\n4,Ann Lee"))
        .isEqualTo(read(PLAIN));
  }

  @Test
  void read_quotedCell_mayHoldTheSeparator() {
    assertThat(read("id,name\n17,\"Müller, Zoë \"\"Z\"\"\"\n").students().get(0).name())
        .isEqualTo("Müller, Zoë \"Z\"");
  }

  @ParameterizedTest
  @CsvSource({
    "yes, GIVEN", "YES, GIVEN", "ja, GIVEN", "true, GIVEN", "1, GIVEN",
    "no, REFUSED", "Nein, REFUSED", "FALSE, REFUSED", "0, REFUSED", "' ', NOT_STATED",
  })
  void read_wordOfConsent_isUnderstood(String word, Consent consent) {
    assertThat(read("id,name,consent\n17,Zoë," + word).students().get(0).consent())
        .isEqualTo(consent);
  }

  @Test
  void read_severalProblems_tellsAllByLineAndNoName() {
    InvalidConfiguration bad =
        fault(
            """
            id,name,consent
            ,Zoë Müller,yes
            17,,maybe

            a/b,Ann Lee,
            S1,Bob Ray,no
            s1,Bob Roy,no
            5,Roy,Eve,no
            """);

    assertThat(bad.problems())
        .extracting(Problem::sentence)
        .containsExactly(
            "line 2, id: found nothing, expected up to 64 letters, digits and . _ - with a letter"
                + " or digit at both ends",
            "line 3, name: found nothing, expected the student's name",
            "line 3, consent: found another word, expected yes, no or nothing",
            "line 5, id: found the character '/', expected up to 64 letters, digits and . _ - with"
                + " a letter or digit at both ends",
            "line 7, id: found 's1' again (first in line 6), expected each id once,"
                + " ignoring case",
            "line 8: found a cell without a column, expected as many cells as the header has, with"
                + " double quotes around a cell that contains the separator",
            "line 8, consent: found another word, expected yes, no or nothing");
    assertThat(bad).hasMessageStartingWith("Cannot use config/classes/7A/roster.csv: 7 problems.");
    assertThat(bad.getMessage()).doesNotContain("Zoë", "Lee", "Bob", "Eve");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", ".a", "a.", "_a", "a b", "a:b", "a\\b", "=1"})
  void read_idThatIsNoFileName_isRefused(String id) {
    assertThat(fault("id,name\n%s,Zoë".formatted(id)).problems())
        .extracting(Problem::subject)
        .containsExactly("id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "A-17.b_2", "é1", "2026.001"})
  void read_idOfLettersAndDigits_isTaken(String id) {
    assertThat(read("id,name\n%s,Zoë".formatted(id)).students().get(0).id()).isEqualTo(id);
  }

  @Test
  void read_noHeader_isRefusedWithoutQuotingIt() {
    assertThat(fault("17,Zoë Müller\n4,Ann Lee\n").problems().get(0).sentence())
        .isEqualTo(
            "line 1: found a different first line, expected the header id,name, or headings such as"
                + " Student ID, Surname and First name");
  }

  @ParameterizedTest
  @CsvSource({
    "'id,house', no column for the names",
    "'name,house', no column for the ids",
    "'Vorname,Nachname', no column for the ids"
  })
  void read_columnMissing_isNamed(String header, String found) {
    assertThat(fault(header + "\n17,Red\n").problems().get(0).sentence())
        .startsWith("line 1: found " + found);
  }

  /** As programs of schools export lists, with what is theirs around it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sep=;\r\nid;name\r\n17;Zoë Müller\r\n4;Ann Lee\r\n",
        "\"sep=|\"\nid|name\n17|Zoë Müller\n4|Ann Lee\n",
        "Class 7A, autumn\n\nid,name\n17,Zoë Müller\n4,Ann Lee\n",
        "Class 7A\nid;name\n17;Zoë Müller\n4;Ann Lee\n",
        "id|name\n17|Zoë Müller\n4|Ann Lee\n",
        "\"id,name\"\n\"17,Zoë Müller\"\n\"4,Ann Lee\"\n",
        "\u200bid,name\n17\u200b,Zoë\u00a0Müller\n\u200e4,Ann\u00ad Lee\n",
        "Student ID,Name,House\n17,Zoë Müller,Red\n4,Ann Lee,Blue\n",
        "No,Student ID,Surname,First name\n1,17,Müller,Zoë\n2,4,Lee,Ann\n",
        "Nr.;Nachname;Vorname\n17;Müller;Zoë\n4;Lee;Ann\n",
        "Schüler-ID;Name;Vorname;Geburtstag\n17;Müller;Zoë;1.2.2010\n4;Lee;Ann;3.4.2010\n",
        "id,name,class,birthday\n17,Zoë Müller,7A,2010-01-01\n4,Ann Lee,7A,2010-02-02\n"
      })
  void read_exportOfASchool_isUnderstood(String text) {
    assertThat(read(text).students()).containsExactly(ZOE, ANN);
  }

  @Test
  void inspect_otherColumns_areNamed() {
    assertThat(inspect("Student ID,Name,House,Tutor\n17,Zoë Müller,Red,X\n").ignored())
        .containsExactly("House", "Tutor");
  }

  @Test
  void inspect_codePageOfWindows_isNamed() {
    Home home = new SchoolFolder(root).with(FILE, PLAIN, Charset.forName("windows-1252"));

    assertThat(RosterFile.inspect(home, "7A").encoding()).isEqualTo("windows-1252");
    assertThat(RosterFile.read(home, "7A").students()).containsExactly(ZOE, ANN);
  }

  @Test
  void read_codePageThatMayBeAnother_isRefusedWithTheCandidates() {
    String danish = "id;name\n1;Søren Ørsted\n2;Mette Kjær\n";
    Home home = new SchoolFolder(root).with(FILE, danish, Charset.forName("windows-1252"));

    assertThat(fault(home, "7A"))
        .hasMessageStartingWith("Cannot tell in which encoding config/classes/7A/roster.csv is")
        .hasMessageContaining("windows-1252, windows-1257")
        .hasMessageEndingWith("Save it as UTF-8 (in Excel: CSV UTF-8).");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.0231E+11", "2,0231E+11", "1E+05"})
  void read_idThatASpreadsheetShortened_saysHow(String id) {
    assertThat(fault("id;name\n" + id + ";Zoë\n").problems().get(0).sentence())
        .isEqualTo(
            "line 2, id: found '%s', a number that has lost digits, expected all digits: format the column as text before you export it"
                .formatted(id));
  }

  @Test
  void read_idWithASignThatNobodySees_namesIt() {
    assertThat(fault("id;name\nS1\u202e;Zoë\n").problems().get(0).sentence())
        .contains("found the character 'U+202E RIGHT-TO-LEFT OVERRIDE'");
  }

  @ParameterizedTest
  @CsvSource({
    "2.02310120145E+11, 202310120145",
    "7E12, 7E12",
    "202310120145, 202310120145",
    "00123, 00123"
  })
  void read_idWithAllItsDigits_isTaken(String id, String taken) {
    assertThat(read("id,name\n" + id + ",Zoë\n").students().get(0).id()).isEqualTo(taken);
  }

  @Test
  void read_blankLinesAndLinesInCells_areCounted() {
    InvalidConfiguration bad = fault("title\n\nid,name\n\n17,\"Zoë\nMüller\"\n\n4,\n");

    assertThat(bad.problems().get(0).sentence()).startsWith("line 8, name: found nothing");
  }

  @Test
  void parse_nameThatCannotBeSeen_namesTheSign() {
    InvalidConfiguration bad =
        catchThrowableOfType(
            InvalidConfiguration.class, () -> RosterFile.parse("x", "id,name\n1,Ada\u202eDlo\n"));

    assertThat(bad.problems().get(0).sentence())
        .isEqualTo(
            "line 2, name: found the invisible character U+202E RIGHT-TO-LEFT OVERRIDE, expected"
                + " visible characters only");
  }

  @Test
  void read_unknownColumn_namesTheNearest() {
    assertThat(fault("id,name,consnet\n17,Zoë,no\n").problems().get(0).sentence())
        .isEqualTo("line 1, consnet: found an unknown column, expected a column such as 'consent'");
  }

  @Test
  void read_columnTwice_isRefused() {
    assertThat(fault("id,name,Name\n17,Zoë,Ann\n").problems().get(0).found())
        .hasToString("the column twice");
  }

  @Test
  void read_openQuote_tellsItsLine() {
    assertThat(fault("id,name\n17,\"Zoë\n4,Ann\n").problems().get(0).sentence())
        .startsWith("line 2: found a cell with unmatched quotes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "id,name\n", "id,name\n,\n"})
  void read_noStudent_isRefused(String text) {
    assertThat(fault(text)).hasMessageStartingWith("Cannot use config/classes/7A/roster.csv: ");
  }

  @Test
  void read_noRoster_saysWhatGoesWhere() throws Exception {
    Files.createDirectories(root.resolve("config/classes/7A"));

    assertThat(fault(Home.of(root), "7A"))
        .hasMessage(
            "Class '7A' has no roster: config/classes/7A/roster.csv is missing. Create it with one"
                + " student per line, below the header id,name, and optionally email,consent.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7a1", "../7A", ""})
  void read_unknownClass_namesTheNearestAndAll(String className) throws Exception {
    Files.createDirectories(root.resolve("config/classes/7A"));
    Files.createDirectories(root.resolve("config/classes/10 Physics"));

    assertThat(fault(Home.of(root), className))
        .hasMessageContaining("Known classes: 10 Physics, 7A; the nearest is '7A'.");
  }

  @Test
  void read_noClassAtAll_saysSo() {
    assertThat(fault(Home.of(root), "7A")).hasMessageContaining("there is none yet");
  }

  private RosterFile.RosterReading inspect(String text) {
    return RosterFile.inspect(new SchoolFolder(root).with(FILE, text), "7A");
  }

  private Roster read(String text) {
    return read(text, StandardCharsets.UTF_8);
  }

  private Roster read(String text, Charset charset) {
    return RosterFile.read(
        new SchoolFolder(root).with("config/classes/7A/roster.csv", text, charset), "7A");
  }

  private InvalidConfiguration fault(String text) {
    return catchThrowableOfType(InvalidConfiguration.class, () -> read(text));
  }

  private static InvalidConfiguration fault(Home home, String className) {
    return catchThrowableOfType(InvalidConfiguration.class, () -> RosterFile.read(home, className));
  }
}
