package org.rollcall.school.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.school.text.DecodedText.TextReading;

/** Names of many countries, in the encodings in which their schools may save them. */
class TextDecoderTest {
  @ParameterizedTest
  @CsvSource({
    "windows-1252, 'Jörg Müller;Änne Groß;Ümit Öz'",
    "windows-1252, 'Zoë Müller;Ann Lee'",
    "windows-1252, 'Hélène Dupont;François Lefèvre;Zoë Bénard;Léa Garçon'",
    "windows-1252, 'Iñaki Muñoz;José Pérez'",
    "windows-1252, 'Åsa Sjöström;Björn Ångström'",
    "x-MacRoman, 'Jörg Müller;Änne Groß;Ümit Öz'",
    "x-MacRoman, 'Iñaki Muñoz;José Pérez'",
    "IBM850, 'Jörg Müller;Änne Groß;Ümit Öz'",
    "windows-1250, 'Šárka Dvořáková;Jiří Němec;Ľubomír Šťastný'",
    "windows-1250, 'Łukasz Żółkiewski;Małgorzata Wiśniewska;Bożena Gąsior'",
    "windows-1250, 'Győző Szűcs;Ágnes Tóth'",
    "ISO-8859-2, 'Šárka Dvořáková;Jiří Němec;Ľubomír Šťastný'",
    "windows-1254, 'Ayşe Yıldız;Çağrı Öztürk'",
    "windows-1257, 'Jānis Bērziņš;Līga Ozoliņa'",
    "windows-1251, 'Анна Иванова;Дмитрий Соколов;Екатерина Жукова;Сергей Щербаков'",
    "KOI8-R, 'Анна Иванова;Дмитрий Соколов;Екатерина Жукова;Сергей Щербаков'",
    "ISO-8859-5, 'Анна Иванова;Дмитрий Соколов;Екатерина Жукова;Сергей Щербаков'",
    "x-MacCyrillic, 'Анна Иванова;Дмитрий Соколов;Екатерина Жукова;Сергей Щербаков'",
    "windows-1253, 'Γιώργος Παπαδόπουλος;Ελένη Νικολάου'",
    "windows-1256, 'محمد علي;فاطمة حسن'",
    "Big5, '王小明;陳怡君;林志豪'",
    "UTF-8, 'Анна;王小明;Zoë'",
    "UTF-16, 'Анна;王小明;Zoë'",
    "UTF-16LE, 'Ada Birch;Zoë'",
    "UTF-16LE, '王小明;李华'",
    "UTF-16BE, 'Анна Иванова'"
  })
  void decode_namesOfOneCountry_areSurelyRead(String encoding, String names) {
    String text = "id;name\r\n1;" + names.replace(";", "\r\n2;") + "\r\n";

    DecodedText decoded = TextDecoder.decode(text.getBytes(Charset.forName(encoding)));

    assertThat(decoded.likeliest()).isEqualTo(new TextReading(encoding, text));
    assertThat(decoded.isSure()).isTrue();
  }

  /** Others make sense as well. The right one is among them, so that it can be chosen. */
  @ParameterizedTest
  @CsvSource({
    "windows-1251, Анна Иванова",
    "windows-1252, 'Søren Ørsted;Mette Kjær'",
    "windows-1255, 'דוד כהן;שרה לוי'",
    "windows-31j, '山田太郎;佐藤花子;鈴木いちろう'",
    "EUC-JP, '山田太郎;佐藤花子;鈴木いちろう'",
    "GB18030, '王小明;李华;张伟'",
    "x-windows-949, '김민수;이영희;박지훈'"
  })
  void decode_namesThatMayBeOthers_areAskedFor(String encoding, String names) {
    String text = "id,name\n1," + names.replace(";", "\n2,") + "\n";

    DecodedText decoded = TextDecoder.decode(text.getBytes(Charset.forName(encoding)));

    assertThat(decoded.isSure()).isFalse();
    assertThat(decoded.reading(encoding)).map(TextReading::text).contains(text);
    assertThat(decoded.reading(encoding).orElseThrow().samples())
        .startsWith(names.replaceFirst(";.*", ""));
  }

  @Test
  void decode_oneLineOfWindowsInUtf8_isReadLineByLineAndAskedFor() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("id;name\n1;Jörg\n".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes("2;José\n".getBytes(Charset.forName("windows-1252")));

    DecodedText decoded = TextDecoder.decode(bytes.toByteArray());

    assertThat(decoded.isSure()).isFalse();
    assertThat(decoded.readings())
        .containsExactly(new TextReading("UTF-8 + windows-1252", "id;name\n1;Jörg\n2;José\n"));
  }

  @Test
  void decode_markAtTheStart_isNoText() {
    assertThat(TextDecoder.decode("\uFEFFid".getBytes(StandardCharsets.UTF_8)).likeliest().text())
        .isEqualTo("id");
  }

  /** So that something is shown at all. */
  @Test
  void decode_bytesThatAreNoText_areNotSure() {
    assertThat(TextDecoder.decode(new byte[] {1, 2, (byte) 0x81, (byte) 0xfe, 3}).isSure())
        .isFalse();
  }
}
