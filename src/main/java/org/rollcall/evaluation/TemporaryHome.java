package org.rollcall.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rollcall.basics.FileTree;
import org.rollcall.model.RollcallException;
import org.rollcall.school.Home;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A temporary home for one class; closing it deletes it. */
final class TemporaryHome implements AutoCloseable {
  /** Name of the class in it. */
  static final String CLASS_NAME = "Class";

  private static final Logger LOG = LoggerFactory.getLogger(TemporaryHome.class);

  private final Home home;

  private TemporaryHome(Home home) {
    this.home = home;
  }

  /** {@return a home with a copy of a class's roster and photos} */
  static TemporaryHome of(Path classFolder) {
    return make(
        home -> {
          Files.copy(classFolder.resolve("roster.csv"), home.rosterFile(CLASS_NAME));
          if (Files.isDirectory(classFolder.resolve("students"))) {
            FileTree.copy(classFolder.resolve("students"), home.studentsFolder(CLASS_NAME));
          }
        });
  }

  /** {@return a home with a class of the given students and their enrolment photos} */
  static TemporaryHome of(List<LabelledPhotos.Sitter> students) {
    return make(
        home -> {
          StringBuilder roster = new StringBuilder("id,name\n");
          for (LabelledPhotos.Sitter sitter : students) {
            String id = sitter.student().id();
            roster.append("%s,\"%s\"%n".formatted(id, sitter.student().name().replace("\"", "")));
            Path folder = home.studentsFolder(CLASS_NAME).resolve(id);
            Files.createDirectories(folder);
            for (Path photo : sitter.enrolment()) {
              Files.copy(photo, folder.resolve(photo.getFileName().toString()));
            }
          }
          Files.writeString(home.rosterFile(CLASS_NAME), roster);
        });
  }

  private interface HomeFiller {
    void fill(Home home) throws IOException;
  }

  private static TemporaryHome make(HomeFiller filling) {
    try {
      Home home = Home.of(Files.createTempDirectory("rollcall-evaluation"));
      TemporaryHome temporary = new TemporaryHome(home);
      try {
        Files.createDirectories(home.classFolder(CLASS_NAME));
        filling.fill(home);
        return temporary;
      } catch (IOException | UncheckedIOException e) {
        temporary.close();
        throw e;
      }
    } catch (IOException | UncheckedIOException e) {
      throw new RollcallException(
          "Cannot copy the class to a temporary folder: %s. Check the photos, and the free space of %s."
              .formatted(e, System.getProperty("java.io.tmpdir")),
          e);
    }
  }

  Home home() {
    return home;
  }

  @Override
  public void close() {
    try {
      FileTree.delete(home.root());
    } catch (IOException e) {
      LOG.warn("Cannot delete the temporary folder {}. Delete it by hand.", home.root(), e);
    }
  }
}
