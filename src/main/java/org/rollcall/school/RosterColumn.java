package org.rollcall.school;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a column of a list of students can be, and by which words schools call it. */
public enum RosterColumn {
  /** The school's number for the student. */
  ID(
      "id studentid studentno studentnr studentnumber studentcode pupilid pupilno admissionno"
          + " admissionnumber upn matriculationno schülerid schülernr schülernummer"
          + " schülerinnennr ausweisnr ausweisnummer matrikelnr matrikelnummer personalnr"
          + " externeid kennung kürzel identifiant numéroétudiant matricule codeélève ine"
          + " matrícula matricola codicestudente leerlingnummer numerucznia uczeńid"
          + " studentidnumber sisid sourcedid номер idученика 学号 学籍番号"),
  /** The whole name. */
  NAME(
      "name fullname studentname studentsname student pupil pupilname displayname schüler"
          + " schülername schülerin schülerinschüler vollständigername anzeigename"
          + " namevorname nomcomplet nometprénom nomprénom nombrecompleto nombreyapellidos"
          + " nomecompleto cognomeenome nomeecognome volledigenaam imięinazwisko"
          + " nazwiskoiimię фио имяифамилия 姓名 氏名 이름"),
  /** The family name. */
  SURNAME(
      "surname lastname familyname secondname nachname familienname zuname nom nomdefamille"
          + " apellido apellidos cognome achternaam nazwisko sobrenome apelido efternamn"
          + " příjmení фамилия 姓"),
  /** The given name. */
  FIRST_NAME(
      "firstname givenname forename preferredname vorname rufname prénom prenom nombre"
          + " nombres nome voornaam imię förnamn fornavn jméno имя 名"),
  /** The address for mails. */
  EMAIL(
      "email emailaddress mail mailaddress emailadresse mailadresse courriel adressemail"
          + " correo correoelectrónico indirizzoemail эпочта"),
  /** Whether the student may be recognised. */
  CONSENT(
      "consent consentgiven einwilligung einwilligungerteilt einverständnis darferkanntwerden"
          + " mayberecognised mayberecognized consentement autorisation consentimiento"
          + " consenso toestemming zgoda"),
  /** Anything else, which a roster has no place for. */
  OTHER("");

  /** Often only a running number, but the id if there is no other. */
  private static final Set<String> WEAK_IDS =
      Set.of(
          "no", "nr", "n", "num", "number", "nummer", "numéro", "número", "numero", "lfdnr",
          "code");

  private static final int MOST_MISTAKES = 2;

  /** With a blank around each. */
  private final String words;

  RosterColumn(String words) {
    this.words = " " + words + " ";
  }

  /**
   * Tells what a column is by its heading.
   *
   * @param heading the cell above the column
   * @return what it is; {@link #OTHER} if the heading says nothing of it
   */
  static RosterColumn of(String heading) {
    String word = comparable(heading);
    return Arrays.stream(values())
        .filter(column -> !word.isEmpty() && column.words.contains(" " + word + " "))
        .findFirst()
        .orElse(OTHER);
  }

  /** {@return whether a heading may be that of the ids, if no other is} */
  static boolean isWeakId(String heading) {
    return WEAK_IDS.contains(comparable(heading)) || heading.strip().equals("#");
  }

  private static String comparable(String heading) {
    return Normalizer.normalize(heading, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\(.*\\)|[^\\p{L}\\p{M}\\p{N}]", "");
  }

  /**
   * Tells which column somebody has probably misspelt.
   *
   * @param heading a heading of {@link #OTHER}
   * @return the plain word for the column; empty if it is like none
   */
  static Optional<String> misspelt(String heading) {
    String word = comparable(heading);
    return Nearest.within(MOST_MISTAKES, word, List.of("consent", "email", "einwilligung"));
  }
}
