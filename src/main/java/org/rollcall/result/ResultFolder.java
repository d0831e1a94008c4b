package org.rollcall.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.rollcall.basics.AtomicFile;
import org.rollcall.basics.FolderReplacement;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.UnknownFace;
import org.rollcall.model.picture.Jpeg;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the folder of a lesson: {@code result.json}, {@code preview.jpg}, {@code
 * evidence/<id>.jpg} and {@code unknown/<id>.jpg}.
 */
public final class ResultFolder {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final String RESULT = "result.json";

  private ResultFolder() {}

  /**
   * Writes the results of a lesson in place of earlier ones, all or nothing.
   *
   * @param register the results
   * @param preview a frame with the faces marked
   * @param folder the folder of the lesson
   * @throws UnwritableResult if the folder or the disk does not take the files; the earlier results
   *     are as they were
   */
  public static void write(LessonRegister register, Optional<Jpeg> preview, Path folder) {
    try {
      FolderReplacement.replace(folder, fresh -> fill(register, preview, fresh));
    } catch (IOException e) {
      throw new UnwritableResult(
          "Cannot write the results to %s: %s. Check the free space, and who may write there."
              .formatted(folder, e),
          e);
    }
  }

  /**
   * Writes {@code result.json} anew, after a correction. The pictures stay.
   *
   * @param register the results
   * @param folder the folder of the lesson; nothing happens if it is gone
   * @throws UnwritableResult if the folder or the disk does not take the file; the earlier one is
   *     as it was
   */
  public static void update(LessonRegister register, Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try {
      AtomicFile.write(folder.resolve(RESULT), json(register));
    } catch (IOException e) {
      throw new UnwritableResult(
          "Cannot write the result to %s: %s. Check the free space, and who may write there."
              .formatted(folder, e),
          e);
    }
  }

  /**
   * Where the best picture of an unknown face is written.
   *
   * @param folder the folder of the lesson
   * @param id what the face is called there
   * @return the file, which need not exist
   */
  public static Path unknownFace(Path folder, String id) {
    return folder.resolve("unknown").resolve(id + ".jpg");
  }

  private static byte[] json(LessonRegister register) {
    return JSON.writeValueAsBytes(ResultJson.of(register));
  }

  private static void fill(LessonRegister register, Optional<Jpeg> preview, Path folder)
      throws IOException {
    Files.write(folder.resolve(RESULT), json(register));
    if (preview.isPresent()) {
      Files.write(folder.resolve("preview.jpg"), preview.get().bytes());
    }
    Path evidence = Files.createDirectory(folder.resolve("evidence"));
    for (LessonRegister.Row row : register.rows()) {
      if (row.evidence().isPresent()) {
        Files.write(
            evidence.resolve(row.verdict().student().id() + ".jpg"), row.evidence().get().bytes());
      }
    }
    Files.createDirectory(folder.resolve("unknown"));
    for (UnknownFace face : register.unknown()) {
      Files.write(unknownFace(folder, face.id()), face.crop().bytes());
    }
  }
}
