package org.rollcall.tools.people;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rollcall.face.FaceEngine;
import org.rollcall.face.FaceSettings;
import org.rollcall.face.MxnetFaceEngine;
import org.rollcall.face.pack.PackLibrary;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.tools.ClassroomCamera;
import org.rollcall.tools.PortraitPhoto;

/**
 * People of many regions and ages, found in folders of photos.
 *
 * <p>A folder that holds photos holds a group: one photo of each person, who is seen in it as
 * cameras of a classroom would show it. A folder that holds folders holds people, a folder of
 * photos each: a few are enrolled, the person is seen in the others. Such a person's group is the
 * part of the folder's name before the dash.
 */
public final class PeopleByGroup {
  private static final int ENROLLED_PHOTOS = 4;
  private static final int LOOKS = 6;

  /** The detector's limit: photos of smaller faces are not worth enrolling. */
  private static final int SMALLEST_FACE = 40;

  private final EmbeddedFaces embedded;
  private final List<Person> people;

  private PeopleByGroup(EmbeddedFaces embedded, List<Person> people) {
    this.embedded = embedded;
    this.people = people;
  }

  /**
   * Finds the people, unless that was done before.
   *
   * @param folders folders of photos or of people
   * @param library the installed packs
   * @param cache folder where faces and embeddings are kept
   * @return the people
   * @throws IOException if a file cannot be read or written
   */
  public static PeopleByGroup of(List<Path> folders, PackLibrary library, Path cache)
      throws IOException {
    Path file = Files.createDirectories(cache).resolve("people.bin");
    // Any embedder will do where faces are only found and measured; this one is always there.
    FaceSettings settings =
        new FaceSettings(FaceSettings.AUTO, PackLibrary.BUILT_IN, SMALLEST_FACE);
    try (FaceEngine engine = MxnetFaceEngine.open(library, settings)) {
      if (!Files.exists(file)) {
        write(file, found(folders, engine));
      }
      return new PeopleByGroup(new EmbeddedFaces(library, cache), read(file, engine));
    }
  }

  /** {@return people with a folder of photos each} */
  public List<Person> withAlbums() {
    return people.stream().filter(person -> person.photos().size() > 1).toList();
  }

  /**
   * People with one photo each.
   *
   * @return them by group, in alphabetical order; those who are there twice only once
   * @throws IOException if a file cannot be read or written
   */
  public SortedMap<String, List<Person>> groups() throws IOException {
    Map<FaceCrop, Embedding> best = embeddings(embedded.library().embedder(PackLibrary.AUTO).id());
    SortedMap<String, List<Person>> groups =
        people.stream()
            .filter(person -> person.photos().size() == 1)
            .collect(Collectors.groupingBy(Person::group, TreeMap::new, Collectors.toList()));
    groups.replaceAll((group, members) -> DistinctPeople.of(members, best));
    return groups;
  }

  /**
   * Embeds everybody, unless that was done before.
   *
   * @param space an embedding space
   * @return the embedding of every face
   * @throws IOException if a file cannot be read or written
   */
  public Map<FaceCrop, Embedding> embeddings(String space) throws IOException {
    return embedded.in(
        space,
        people.stream()
            .map(
                person ->
                    new EmbeddedFaces.Faces(
                        person.photos(), person.looks().stream().map(Look::crop).toList()))
            .toList());
  }

  private static List<Person> found(List<Path> folders, FaceEngine engine) throws IOException {
    List<Person> people = new ArrayList<>();
    for (Path folder : folders) {
      List<Path> content = PortraitPhoto.files(folder);
      for (Path file : content) {
        if (Files.isDirectory(file)) {
          seenInOtherPhotos(file, engine, people);
        } else {
          seenInTheSamePhoto(file, engine, people);
        }
      }
      System.err.printf("%s: %d people so far%n", folder.getFileName(), people.size());
    }
    return people;
  }

  private static void seenInTheSamePhoto(Path file, FaceEngine engine, List<Person> people) {
    Random random = new Random(people.size());
    String group = file.getParent().getFileName().toString();
    PortraitPhoto.read(file, engine)
        .ifPresent(
            portrait -> {
              List<Look> looks = new ArrayList<>();
              for (int i = 0; i < LOOKS; i++) {
                ClassroomCamera camera = ClassroomCamera.random(portrait.face(), random);
                looks.add(look(portrait.seenBy(camera), engine));
              }
              List<FaceCrop> photo = List.of(portrait.crop());
              people.add(new Person(group, file.getFileName().toString(), photo, looks));
            });
  }

  private static void seenInOtherPhotos(Path folder, FaceEngine engine, List<Person> people)
      throws IOException {
    String name = folder.getFileName().toString();
    List<FaceCrop> crops = new ArrayList<>();
    for (Path file : PortraitPhoto.files(folder)) {
      PortraitPhoto.read(file, engine).map(PortraitPhoto::crop).ifPresent(crops::add);
    }
    Collections.shuffle(crops, new Random(people.size()));
    if (crops.size() > ENROLLED_PHOTOS) {
      people.add(
          new Person(
              name.replaceFirst("-.*", ""),
              name,
              crops.subList(0, ENROLLED_PHOTOS),
              crops.subList(ENROLLED_PHOTOS, crops.size()).stream()
                  .map(crop -> look(crop, engine))
                  .toList()));
    }
  }

  private static Look look(FaceCrop crop, FaceEngine engine) {
    return new Look(crop, engine.quality(crop));
  }

  private static void write(Path file, List<Person> people) throws IOException {
    try (DataOutputStream out = FaceFile.to(file)) {
      out.writeInt(people.size());
      for (Person person : people) {
        out.writeUTF(person.group());
        out.writeUTF(person.name());
        FaceFile.writeCrops(out, person.photos());
        FaceFile.writeCrops(out, person.looks().stream().map(Look::crop).toList());
      }
    }
  }

  private static List<Person> read(Path file, FaceEngine engine) throws IOException {
    List<Person> people = new ArrayList<>();
    try (DataInputStream in = FaceFile.from(file)) {
      for (int left = in.readInt(); left > 0; left--) {
        String group = in.readUTF();
        String name = in.readUTF();
        List<FaceCrop> photos = FaceFile.readCrops(in);
        List<Look> looks = FaceFile.readCrops(in).stream().map(crop -> look(crop, engine)).toList();
        people.add(new Person(group, name, photos, looks));
      }
    }
    return people;
  }
}
