package org.rollcall.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rollcall.basics.AtomicFile;
import org.rollcall.basics.FolderReplacement;
import org.rollcall.basics.Readers;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.UnknownFace;
import org.rollcall.model.picture.Jpeg;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the result folder of a lesson: {@code result.json}, {@code preview.jpg}, {@code
 * evidence/<id>.jpg} and {@code unknown/<id>.jpg}.
 */
public final class ResultFolder {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final String RESULT = "result.json";

  private ResultFolder() {}

  /**
   * Writes the results of a lesson, replacing earlier ones; either completely or not at all.
   *
   * @param register the results
   * @param folder the result folder of the lesson
   * @throws UnwritableResult if the files cannot be written to the folder or the disk; the earlier
   *     results remain unchanged
   */
  public static void write(LessonRegister register, Path folder) {
    replace(folder, fresh -> fill(register, fresh));
  }

  /**
   * Writes the results of a lesson with a preview, replacing earlier ones; either completely or not
   * at all.
   *
   * @param register the results
   * @param preview a frame with the detected faces marked
   * @param folder the result folder of the lesson
   * @throws UnwritableResult if the files cannot be written to the folder or the disk; the earlier
   *     results remain unchanged
   */
  public static void write(LessonRegister register, Jpeg preview, Path folder) {
    replace(
        folder,
        fresh -> {
          fill(register, fresh);
          Files.write(fresh.resolve("preview.jpg"), preview.bytes());
        });
  }

  private static void replace(Path folder, FolderReplacement.Filling filling) {
    try {
      FolderReplacement.replace(folder, filling);
    } catch (IOException e) {
      throw new UnwritableResult(
          "Cannot write the results to %s: %s. Check the free space and the permissions of the folder."
              .formatted(folder, e),
          e);
    }
  }

  /**
   * Rewrites {@code result.json} after a correction. The images remain.
   *
   * @param register the results
   * @param folder the result folder of the lesson; nothing is written if it no longer exists
   * @throws UnwritableResult if the file cannot be written to the folder or the disk; the earlier
   *     file remains unchanged
   */
  public static void update(LessonRegister register, Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try {
      AtomicFile.write(folder.resolve(RESULT), json(register));
    } catch (IOException e) {
      throw new UnwritableResult(
          "Cannot write the result to %s: %s. Check the free space and the permissions of the folder."
              .formatted(folder, e),
          e);
    }
  }

  /**
   * Locates the best image of an unknown face.
   *
   * @param folder the result folder of the lesson
   * @param id label of the face in the lesson
   * @return the file, which need not exist
   */
  public static Path unknownFace(Path folder, String id) {
    return folder.resolve("unknown").resolve(id + ".jpg");
  }

  private static byte[] json(LessonRegister register) {
    return JSON.writeValueAsBytes(ResultJson.of(register));
  }

  private static void fill(LessonRegister register, Path folder) throws IOException {
    Files.write(folder.resolve(RESULT), json(register));
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
    Readers.OWNER.limitAll(folder);
  }
}
