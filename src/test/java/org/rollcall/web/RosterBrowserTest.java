package org.rollcall.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.school.Home;
import org.rollcall.store.account.Account.Role;
import org.rollcall.testing.SchoolFolder;
import org.rollcall.testing.UsesBrowser;

/** Lists, conflicts and refusals, as they look in a real browser, wide and narrow. */
@UsesBrowser
class RosterBrowserTest {
  private static final String CLASS = "/classes/7A/enrolment";

  @TempDir Path folder;
  private Home home;
  @AutoClose private TestSite site;
  @AutoClose private Chromium browser;

  @BeforeEach
  void open() throws Exception {
    home =
        new SchoolFolder(folder)
            .with(
                "config/classes/7A/roster.csv",
                """
                id,name,email,consent
                S1,Ada Birch,ada@school.example,no
                S2,Ben Alder,,yes
                S3,Eva Cedar,,
                """);
    site = TestSite.open(home);
    site.add("head", Role.ADMIN);
    browser = Chromium.open(site.address(), Optional.empty());
    browser.go("/login");
    browser.type("name", "head");
    browser.type("password", TestSite.PASSWORD);
    browser.press("Log in");
    browser.awaitText("7A");
  }

  @Test
  void list_ofASchool_showsItsColumnsAndWhatChanges() throws IOException {
    send(
        """
        Class 7A;;;;
        No;Student ID;Surname;First name;House;Consent
        1;S1;Birch;Ada;Red;yes
        2;S2;Alder-Montgomery;Benjamin;Blue;yes
        3;S9;Elm;Zoë;Red;
        """,
        "UTF-8");

    browser.awaitText("These students refused to be recognised");
    look("list");
  }

  @Test
  void list_inAnUnknownCodePage_asksForTheRightNames() throws IOException {
    send("id;name\nS1;Анна Иванова\n", "windows-1251");

    browser.awaitText("Choose the line in which the names are right");
    look("list-encoding");
  }

  @Test
  void list_withFaults_leadsBackToTheForm() throws IOException {
    send("id,name\n2.0231E+11,Ada Birch\n2.0231E+11,Ben Alder\n,Eva Cedar\n", "UTF-8");

    browser.awaitText("a number that has lost digits");
    look("list-faults");
  }

  @Test
  void form_fromAnEarlierState_showsBothVersions() throws IOException {
    browser.go(CLASS + "/students/S1");
    Files.writeString(
        home.rosterFile("7A"), "id,name,email,consent\nS1,Ada Birch-Elm,,no\n", UTF_8);
    browser.type("name", "Ada Birk");
    browser.press("Save");

    browser.awaitText("Changed in the meantime");
    look("conflict");
  }

  private void send(String list, String encoding) throws IOException {
    Path file =
        Files.write(folder.resolve("class-7A.csv"), list.getBytes(Charset.forName(encoding)));
    browser.go(CLASS);
    browser.find("input[type=file]").sendKeys(file.toString());
    browser.press("Preview the changes");
  }

  private void look(String name) throws IOException {
    for (int width : new int[] {1280, 390}) {
      browser.width(width);
      browser.keepScreenshot(name + "-" + width);
      assertThat(browser.overflows()).as("%s at %d pixels", name, width).isFalse();
      assertThat(browser.flaws()).as("%s at %d pixels", name, width).isEmpty();
    }
    assertThat(browser.complaints()).noneMatch(text -> text.contains("Content Security"));
  }
}
