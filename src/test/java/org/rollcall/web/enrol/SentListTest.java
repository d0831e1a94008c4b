package org.rollcall.web.enrol;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.model.Student;
import org.rollcall.school.Home;
import org.rollcall.school.RosterFile;
import org.rollcall.store.account.Account.Role;
import org.rollcall.testing.SchoolFolder;
import org.rollcall.testing.TakesLong;
import org.rollcall.web.Browser;
import org.rollcall.web.Browser.FormFile;
import org.rollcall.web.TestSite;

/** Lists of students from other programs, as an admin takes them over without scripts. */
@TakesLong
class SentListTest {
  private static final String CLASS = "/classes/7A/enrolment";
  private static final String CHOICE = CLASS + "/roster/choice";

  @TempDir Path folder;
  private Home home;
  @AutoClose private TestSite site;
  private Browser admin;

  @BeforeEach
  void open() throws Exception {
    home = new SchoolFolder(folder).withClass("7A", "Q1,Old");
    site = TestSite.open(home);
    site.add("head", Role.ADMIN);
    admin = site.browserOf("head");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sep=;\r\nid;name\r\nS1;Ada Birch\r\n",
        "id,name\r\nS1\u200b,Ada Birch\r\n",
        "\u200bid,name\r\nS1,Ada Birch\r\n",
        "id,name,class,birthday\r\nS1,Ada Birch,7A,2010-01-01\r\n",
        "Class 7A\r\n\r\nNr.;Nachname;Vorname\r\nS1;Birch;Ada\r\n"
      })
  void list_ofAnotherProgram_isTakenOver(String text) throws Exception {
    HttpResponse<String> page = send("list.csv", text.getBytes(UTF_8));

    assertThat(page.statusCode()).isEqualTo(200);
    confirm(page);
    assertThat(roster()).containsExactly(new Student("S1", "Ada Birch"));
  }

  @Test
  void list_inUtf16WithoutAMark_isTakenOver() throws Exception {
    confirm(send("list.txt", "id\tname\r\nS1\tAda Birch\r\n".getBytes(UTF_16LE)));

    assertThat(roster()).containsExactly(new Student("S1", "Ada Birch"));
  }

  @Test
  void list_otherColumns_areShownAndNamed() throws Exception {
    HttpResponse<String> page =
        send("list.csv", "id,name,House\r\nS1,Ada Birch,Red\r\n".getBytes(UTF_8));

    assertThat(page.body()).contains("Not imported: House.", "<td class=\"ignored\">Red</td>");
  }

  @Test
  void list_inACodePageThatMayBeAnother_isTakenAsSomebodyChooses() throws Exception {
    byte[] russian = "id;name\r\nS1;Анна Иванова\r\n".getBytes(Charset.forName("windows-1251"));

    HttpResponse<String> page = send("list.csv", russian);

    assertThat(page.body())
        .contains("Choose the line in which the names are right", "value=\"windows-1251\"")
        .contains("Анна Иванова", "Рээр Штрэютр")
        .doesNotContain("/roster/confirm");
    confirm(choose(page, Map.of("part", "windows-1251")));
    assertThat(roster()).containsExactly(new Student("S1", "Анна Иванова"));
  }

  @Test
  void list_withOneLineOfAnotherEncoding_isAskedFor() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("id;name\nS1;Jörg\n".getBytes(UTF_8));
    bytes.writeBytes("S2;José\n".getBytes(Charset.forName("windows-1252")));

    HttpResponse<String> page = send("list.csv", bytes.toByteArray());

    assertThat(page.body()).contains("UTF-8 + windows-1252", "Jörg, José");
    confirm(choose(page, Map.of("part", "UTF-8 + windows-1252")));
    assertThat(roster()).extracting(Student::name).containsExactly("Jörg", "José");
  }

  @Test
  void list_columnsThatNobodyKnows_areChosen() throws Exception {
    HttpResponse<String> page =
        send("list.csv", "Alpha,Beta,Gamma\nBirch,Ada,S1\nAlder,Ben,S2\n".getBytes(UTF_8));
    assertThat(page.body())
        .contains(
            "Choose which columns have the ids and the names", "<td class=\"ignored\">Birch</td>")
        .doesNotContain("/roster/confirm");

    HttpResponse<String> chosen =
        choose(
            page,
            Map.of("column0", "SURNAME", "column1", "FIRST_NAME", "column2", "ID", "first", "2"));

    confirm(chosen);
    assertThat(roster())
        .containsExactly(new Student("S1", "Ada Birch"), new Student("S2", "Ben Alder"));
  }

  @Test
  void list_withFaults_isShownWithTheWayToAnotherFile() throws Exception {
    HttpResponse<String> page =
        send("list.csv", "id,name\n2.0231E+11,Ada Birch\n2.0231E+11,Ben Alder\n".getBytes(UTF_8));

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body())
        .contains("a number that has lost digits", "type=\"file\"", "href=\"" + CLASS + "\"")
        .doesNotContain("/roster/confirm");
  }

  @Test
  void workbook_idsAsNumbers_keepAllDigits() throws Exception {
    byte[] book =
        book(
            sheet -> {
              row(sheet, 0, "id", "name");
              sheet.createRow(1).createCell(0).setCellValue(202310120145.0);
              sheet.getRow(1).createCell(1).setCellValue("Ada Birch");
              sheet.createRow(2).createCell(0).setCellValue(2023101201457.0);
              sheet.getRow(2).createCell(1).setCellValue("Ben Alder");
            });

    confirm(send("list.xlsx", book));

    assertThat(roster()).extracting(Student::id).containsExactly("202310120145", "2023101201457");
  }

  @Test
  void workbook_severalSheets_takesTheOneWithStudentsOrTheChosen() throws Exception {
    byte[] book =
        book(
            sheet -> {
              row(sheet, 0, "Read me");
              XSSFSheet students = sheet.getWorkbook().createSheet("7A");
              row(students, 0, "Student ID", "Surname", "First name");
              row(students, 1, "S1", "Birch", "Ada");
              XSSFSheet others = sheet.getWorkbook().createSheet("7B");
              row(others, 0, "Student ID", "Surname", "First name");
              row(others, 1, "T1", "Lee", "Ann");
            });

    HttpResponse<String> page = send("list.xlsx", book);

    assertThat(page.body()).contains("value=\"7A\" checked", "value=\"7B\"", "Ada Birch");
    confirm(choose(page, Map.of("part", "7B")));
    assertThat(roster()).containsExactly(new Student("T1", "Ann Lee"));
  }

  @Test
  void workbook_thatCannotBeRead_saysWhyBesideTheFormForAnother() throws Exception {
    HttpResponse<String> page = send("list.xlsx", "PK\3\4 no".getBytes(UTF_8));

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("This workbook cannot be read", "type=\"file\"");
  }

  private interface Content {
    void addTo(XSSFSheet sheet);
  }

  private static byte[] book(Content content) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      content.addTo(book.createSheet("first"));
      book.write(out);
      return out.toByteArray();
    }
  }

  private static void row(XSSFSheet sheet, int number, String... cells) {
    Row row = sheet.createRow(number);
    for (int i = 0; i < cells.length; i++) {
      row.createCell(i).setCellValue(cells[i]);
    }
  }

  private HttpResponse<String> send(String name, byte[] content) throws Exception {
    return admin.upload(CLASS, CLASS + "/roster", new FormFile("roster", name, content));
  }

  private HttpResponse<String> choose(HttpResponse<String> page, Map<String, String> fields)
      throws Exception {
    Map<String, String> form = new LinkedHashMap<>(Browser.hidden(page.body(), CHOICE));
    form.putAll(fields);
    return admin.post(CHOICE, form);
  }

  private void confirm(HttpResponse<String> page) throws Exception {
    assertThat(admin.post(CLASS + "/roster/confirm", Browser.choice(page.body())).statusCode())
        .isEqualTo(303);
  }

  private List<Student> roster() {
    return RosterFile.read(home, "7A").students();
  }
}
