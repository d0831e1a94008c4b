package org.rollcall.web.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.web.kit.Uploads.Upload;

/** Forms as browsers send them, in pieces of any size. */
class UploadReaderTest {
  private static final String END = "--XX--\r\n";

  @TempDir Path folder;
  private UploadReader reader;

  @BeforeEach
  void open() {
    reader = new UploadReader("XX", folder, "photo");
  }

  private static String file(String field, String name, String content) {
    return """
    --XX\r
    Content-Disposition: form-data; name="%s"; filename="%s"\r
    Content-Type: image/jpeg\r
    \r
    %s\r
    """
        .formatted(field, name, content);
  }

  private static String typed(String field, String value) {
    return """
    --XX\r
    Content-Disposition: form-data; name="%s"\r
    \r
    %s\r
    """
        .formatted(field, value);
  }

  private void read(String form) throws IOException {
    read(form, form.length());
  }

  private void read(String form, int piece) throws IOException {
    byte[] bytes = form.getBytes(UTF_8);
    for (int from = 0; from < bytes.length; from += piece) {
      int length = Math.min(piece, bytes.length - from);
      reader.read(ByteBuffer.wrap(bytes, from, length).slice(), false);
    }
    reader.read(ByteBuffer.allocate(0), true);
  }

  private void assertMalformed(String form) {
    assertThatExceptionOfType(PageProblem.class)
        .isThrownBy(() -> read(form))
        .withMessageContaining("problem.malformed");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 1000})
  void read_piecesOfAnySize_giveFilesAndFields(int piece) throws IOException {
    read(
        typed("day", "2026-11-16")
            + file("photo", "a.jpg", "first\r\npicture")
            + file("photo", "b.jpg", "second")
            + typed("start", "Zürich")
            + END,
        piece);

    assertThat(reader.files()).extracting(Upload::name).containsExactly("a.jpg", "b.jpg");
    assertThat(reader.files().get(0).file()).hasParent(folder).hasContent("first\r\npicture");
    assertThat(reader.files().get(1).file()).hasParent(folder).hasContent("second");
    assertThat(reader.fields().fields().get("day")).containsExactly("2026-11-16");
    assertThat(reader.fields().fields().get("start")).containsExactly("Zürich");
  }

  @Test
  void read_fieldGivenTwice_keepsBothInOrder() throws IOException {
    read(typed("class", "7A") + typed("class", "8B") + END);

    assertThat(reader.fields().fields().get("class")).containsExactly("7A", "8B");
  }

  @ParameterizedTest
  @CsvSource({"C:\\photos\\a.jpg, a.jpg", "../../etc/passwd, passwd", "a b.jpg, a b.jpg"})
  void read_nameWithFolders_isOnlyTheLastPart(String sent, String name) throws IOException {
    read(file("photo", sent.replace("\\", "\\\\"), "picture") + END);

    assertThat(reader.files()).extracting(Upload::name).containsExactly(name);
    assertThat(folder).isDirectoryContaining(path -> !path.getFileName().toString().equals(name));
  }

  @Test
  void read_fileOfAnotherField_isDropped() throws IOException {
    read(file("other", "a.jpg", "picture") + END);

    assertThat(reader.files()).isEmpty();
    assertThat(reader.fields().fields()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void read_fieldWithoutAChosenFile_isNoFile() throws IOException {
    read(file("photo", "", "") + END);

    assertThat(reader.files()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void read_file_isForTheOwnerOnly() throws IOException {
    read(file("photo", "a.jpg", "picture") + END);

    assertThat(Files.getPosixFilePermissions(reader.files().get(0).file()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void read_muchTyped_isRefused() throws IOException {
    read(typed("note", "x".repeat(64 << 10)) + END);
    assertThat(reader.fields().fields().get("note").get(0)).hasSize(64 << 10);

    open();
    assertMalformed(typed("a", "x".repeat(40 << 10)) + typed("b", "x".repeat(25 << 10)) + END);
  }

  @Test
  void read_manyParts_areRefused() throws IOException {
    read(typed("class", "7A").repeat(200) + END);

    open();
    assertMalformed(typed("class", "7A").repeat(201) + END);
  }

  @Test
  void read_cutOff_isRefusedAndItsFileClosed() {
    assertMalformed(file("photo", "a.jpg", "first") + file("photo", "b.jpg", "half a pict"));

    reader.abandon();
    assertThat(reader.files()).extracting(Upload::name).contains("a.jpg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no form at all", "--YY\r\n\r\nother boundary\r\n--YY--\r\n"})
  void read_noSuchForm_isRefused(String body) {
    assertMalformed(body);
  }

  @Test
  void read_folderIsGone_failsAtOnce() throws IOException {
    Files.delete(folder);

    assertThatIOException().isThrownBy(() -> read(file("photo", "a.jpg", "picture") + END));
    Files.createDirectory(folder);
  }
}
