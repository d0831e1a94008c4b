package org.rollcall.web.kit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.rollcall.basics.Readers;
import org.rollcall.web.kit.Uploads.Upload;

/**
 * Takes a form with files apart as it arrives: the files of one field go to the disk, other files
 * are dropped, and what was typed is kept in memory up to a limit.
 */
final class UploadReader extends MultiPart.AbstractPartsListener {
  /** Files and fields; a form of the pages has far fewer. */
  private static final int MOST_PARTS = 200;

  private static final int MOST_TYPED_BYTES = 64 << 10;

  private final MultiPart.Parser parser;
  private final Path folder;
  private final String field;
  private final List<Upload> files = new ArrayList<>();
  private final Map<String, List<String>> fields = new LinkedHashMap<>();
  private final ByteArrayOutputStream typed = new ByteArrayOutputStream();
  private Optional<WritableByteChannel> file = Optional.empty();
  private Optional<IOException> failure = Optional.empty();
  private boolean malformed;
  private int typedBytes;
  private boolean complete;

  /**
   * Starts with an empty form.
   *
   * @param boundary what separates the parts of the form
   * @param folder where the files go
   * @param field name of the field whose files are taken
   */
  UploadReader(String boundary, Path folder, String field) {
    this.parser = new MultiPart.Parser(boundary, this);
    parser.setMaxParts(MOST_PARTS);
    this.folder = folder;
    this.field = field;
  }

  /**
   * Reads the next bytes of the form.
   *
   * @throws IOException if a file cannot be written
   * @throws PageProblem if this is not such a form
   */
  void read(ByteBuffer bytes, boolean last) throws IOException {
    parser.parse(Content.Chunk.from(bytes, last));
    if (failure.isPresent()) {
      throw failure.get();
    }
    if (malformed || (last && !complete)) {
      throw PageProblem.badQuery("problem.malformed");
    }
  }

  /** The parser would swallow what a listener throws. */
  @Override
  public void onPartContent(Content.Chunk chunk) {
    if (failure.isPresent()) {
      return;
    }
    try {
      keep(chunk.getByteBuffer());
    } catch (IOException e) {
      failure = Optional.of(e);
    }
  }

  private void keep(ByteBuffer bytes) throws IOException {
    if (getFileName() == null) {
      keepTyped(bytes);
    } else if (field.equals(getName()) && bytes.hasRemaining()) {
      WritableByteChannel channel = file.isPresent() ? file.get() : open();
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  private void keepTyped(ByteBuffer bytes) {
    typedBytes += bytes.remaining();
    if (typedBytes > MOST_TYPED_BYTES) {
      malformed = true;
      return;
    }
    byte[] part = new byte[bytes.remaining()];
    bytes.get(part);
    typed.writeBytes(part);
  }

  private WritableByteChannel open() throws IOException {
    Path kept = folder.resolve(UUID.randomUUID().toString());
    file =
        Optional.of(
            Files.newByteChannel(
                kept,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                Readers.OWNER.ofFile(kept)));
    String name = getFileName().replace('\\', '/');
    files.add(new Upload(kept, name.substring(name.lastIndexOf('/') + 1)));
    return file.get();
  }

  @Override
  public void onPart(String name, String fileName, HttpFields headers) {
    if (fileName == null && name != null) {
      fields
          .computeIfAbsent(name, unused -> new ArrayList<>())
          .add(typed.toString(StandardCharsets.UTF_8));
    }
    typed.reset();
    closeFile();
  }

  private void closeFile() {
    try {
      if (file.isPresent()) {
        file.get().close();
      }
    } catch (IOException e) {
      failure = Optional.of(e);
    }
    file = Optional.empty();
  }

  @Override
  public void onComplete() {
    complete = true;
  }

  @Override
  public void onFailure(Throwable problem) {
    closeFile();
    malformed = true;
  }

  /** {@return the files so far, also those that have not arrived completely} */
  List<Upload> files() {
    return List.copyOf(files);
  }

  /** {@return what was typed} */
  FormFields fields() {
    return new FormFields(fields);
  }

  /** Closes a file that has not arrived completely. */
  void abandon() {
    closeFile();
  }
}
