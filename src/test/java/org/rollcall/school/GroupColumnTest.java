package org.rollcall.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.testing.SchoolFolder;

class GroupColumnTest {
  @TempDir Path root;
  private SchoolFolder files;

  @BeforeEach
  void setUp() {
    files = new SchoolFolder(root);
  }

  private Map<String, String> byId(String roster, String heading) {
    files.write("roster.csv", roster);
    return GroupColumn.byId(files.home(), root.resolve("roster.csv"), heading);
  }

  private Map<String, String> byName(String table, String heading) {
    files.write("groups.csv", table);
    return GroupColumn.byName(files.home(), root.resolve("groups.csv"), heading);
  }

  @Test
  void byId_rosterOfASchoolProgram_givesTheCellOfEachStudent() {
    String roster = "Class 7A\nNr.;Surname;Year of  Birth\n2.0231E+4;Birch;2012\nS2;Alder;\n";

    assertThat(byId(roster, " year of birth"))
        .containsExactlyInAnyOrderEntriesOf(Map.of("20231", "2012", "S2", ""));
  }

  @Test
  void byId_columnOfTheRosterItself_isOneToo() {
    assertThat(byId("id,name,consent\ns1,Ada,yes\n", "Consent")).containsEntry("s1", "yes");
  }

  @Test
  void byId_unknownColumn_isRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> byId("id,name,,Region\ns1,Ada,,North\n", "regoin"))
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessage("roster.csv has no column 'regoin'. Its columns: id, name, Region.");
  }

  @Test
  void byId_columnWithoutHeading_cannotBeNamed() {
    assertThatThrownBy(() -> byId("id,name,\ns1,Ada,North\n", " "))
        .hasMessageContaining("has no column ' '. Its columns: id, name.");
  }

  @Test
  void byId_tableWithoutHeader_hasNoColumns() {
    assertThatThrownBy(() -> byId("s1,Ada\n", "region"))
        .hasMessage("roster.csv has no column 'id'. Its columns: none.");
  }

  @Test
  void byId_repeatedColumn_isRefused() {
    assertThatThrownBy(() -> byId("id,name,region,Region\ns1,Ada,North,South\n", "region"))
        .hasMessage("roster.csv has several columns 'region'. Rename all but one.");
  }

  @Test
  void byName_table_needsNoIds() {
    assertThat(byName("Name\tGroup\nAda Birch\tred\nBen Alder\tblue\n", "group"))
        .containsExactlyInAnyOrderEntriesOf(Map.of("Ada Birch", "red", "Ben Alder", "blue"));
  }

  @Test
  void byName_tableWithoutNames_isRefused() {
    assertThatThrownBy(() -> byName("id,group\ns1,red\n", "group"))
        .hasMessage("groups.csv has no column 'name'. Its columns: id, group.");
  }

  @Test
  void byName_personInTwoGroups_isRefusedWithoutBeingNamed() {
    assertThatThrownBy(() -> byName("name,group\nAda,red\nAda,red\nAda,blue\n", "group"))
        .hasMessageContaining("line 4, group: ")
        .hasMessageContaining("another value than above for the same person")
        .hasMessageNotContaining("Ada");
  }
}
