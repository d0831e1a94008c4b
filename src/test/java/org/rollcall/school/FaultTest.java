package org.rollcall.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.rollcall.testing.WordLists;

class FaultTest {
  @Test
  void patterns_all_areThereInEveryLanguage() {
    WordLists.assertComplete(Fault.class);
  }

  @Test
  void roster_withFaults_saysSoInGermanToo() {
    InvalidConfiguration bad =
        catchThrowableOfType(
            InvalidConfiguration.class,
            () -> RosterFile.parse("7A.csv", "id,name\nS2,Ben\ns2,Eva\nS3,=1+1\n"));

    assertThat(bad.in(Locale.GERMAN).orElseThrow())
        .isEqualTo(
            """
            7A.csv kann nicht verwendet werden: 2 Fehler.
              Zeile 3, id: gefunden: „s2“ noch einmal (zuerst in Zeile 2); erwartet: jede Nummer\
             einmal; Groß- und Kleinschreibung macht keinen Unterschied
              Zeile 4, name: gefunden: ein Text, den eine Tabellenkalkulation für eine Formel\
             halten würde, weil er mit „=“ beginnt; erwartet: ein Text, der mit einem Buchstaben beginnt\
            """);
  }
}
