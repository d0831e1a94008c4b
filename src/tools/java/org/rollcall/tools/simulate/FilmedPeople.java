package org.rollcall.tools.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rollcall.face.FaceEngine;
import org.rollcall.face.FaceSettings;
import org.rollcall.face.MxnetFaceEngine;
import org.rollcall.face.pack.PackLibrary;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.tools.people.EmbeddedFaces;

/**
 * The people of simulated lessons: filmed once, embedded once by each pack, and kept in a folder
 * for the next time. Delete the folder after a change of the packs, of the detector or of the
 * photos.
 */
final class FilmedPeople {
  private static final String DETECTOR = "mtcnn";

  /** Any embedder will do where faces are only found and measured; this one is always there. */
  private static final String FINDER = "compact";

  private final PackLibrary library;
  private final Path folder;
  private final List<Participant> participants;

  private FilmedPeople(PackLibrary library, Path folder, List<Participant> participants) {
    this.library = library;
    this.folder = folder;
    this.participants = participants;
  }

  /**
   * Films people, unless that was done before.
   *
   * @param people folders of photos, a folder for each person who can be enrolled
   * @param strangers photos of people who never are, one each
   * @param library the installed packs
   * @param folder where faces and embeddings are kept
   */
  static FilmedPeople of(List<Path> people, List<Path> strangers, PackLibrary library, Path folder)
      throws IOException {
    Path file = Files.createDirectories(folder).resolve("faces.bin");
    try (FaceEngine engine = open(library, FINDER)) {
      if (Files.exists(file)) {
        return new FilmedPeople(library, folder, FilmedPeopleFile.read(file, engine));
      }
      Filming filming = new Filming(engine);
      List<Participant> participants = new ArrayList<>(filming.students(people));
      participants.addAll(filming.strangers(strangers));
      FilmedPeopleFile.write(file, participants);
      return new FilmedPeople(library, folder, participants);
    }
  }

  /** {@return those who can be enrolled} */
  List<Participant> people() {
    return participants.stream().filter(Participant::canBeEnrolled).toList();
  }

  /** {@return those who never are} */
  List<Participant> strangers() {
    return participants.stream().filter(participant -> !participant.canBeEnrolled()).toList();
  }

  /** {@return the embedding of every face in one space} */
  Map<FaceCrop, Embedding> embeddings(String space) throws IOException {
    return new EmbeddedFaces(library, folder)
        .in(
            space,
            participants.stream()
                .map(
                    person ->
                        new EmbeddedFaces.Faces(
                            person.photos(),
                            person.seen().stream().map(seen -> seen.look().crop()).toList()))
                .toList());
  }

  private static FaceEngine open(PackLibrary library, String embedder) {
    int smallest = FaceSettings.DEFAULT.smallestFacePixels();
    return MxnetFaceEngine.open(library, new FaceSettings(DETECTOR, embedder, smallest));
  }
}
