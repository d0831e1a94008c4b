package org.rollcall.face.pack;

import java.util.List;
import java.util.Properties;

/**
 * A pack of the catalogue, as its publisher offers it.
 *
 * @param description the pack
 * @param address public address that the paths of the files are appended to, ends in {@code /}
 * @param files the files to fetch
 * @param licenceText full terms of the weights
 */
record PublishedPack(
    PackDescription description, String address, List<PackFile> files, String licenceText) {
  PublishedPack {
    files = List.copyOf(files);
  }

  /** {@return all packs that Rollcall knows how to install} */
  static List<PublishedPack> catalogue() {
    return List.of(
        published("facenet-vggface2"),
        published("mobilefacenet-foamliu"),
        published("mtcnn"),
        published("yunet"));
  }

  private static PublishedPack published(String id) {
    PackResource resource = new PackResource(id);
    Properties properties = resource.properties();
    return new PublishedPack(
        PackDescription.of(properties),
        properties.getProperty("address"),
        resource.files(),
        resource.text("LICENSE"));
  }

  String id() {
    return description.id();
  }

  long bytes() {
    return files.stream().mapToLong(PackFile::bytes).sum();
  }
}
