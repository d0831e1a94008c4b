package org.rollcall.tools.people;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.model.picture.Landmarks;
import org.rollcall.model.picture.Picture;
import org.rollcall.model.picture.Point;

/** How faces and embeddings are kept in files: to film and embed them takes much longer. */
public final class FaceFile {
  private FaceFile() {}

  /**
   * Opens a file to write to.
   *
   * @param file the file
   * @return the stream; the caller closes it
   * @throws IOException if the file cannot be opened
   */
  public static DataOutputStream to(Path file) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
  }

  /**
   * Opens a file to read from.
   *
   * @param file the file
   * @return the stream; the caller closes it
   * @throws IOException if the file cannot be opened
   */
  public static DataInputStream from(Path file) throws IOException {
    return new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
  }

  /**
   * Writes faces, preceded by their number.
   *
   * @param out where to
   * @param crops the faces
   * @throws IOException if they cannot be written
   */
  public static void writeCrops(DataOutputStream out, List<FaceCrop> crops) throws IOException {
    out.writeInt(crops.size());
    for (FaceCrop crop : crops) {
      write(out, crop);
    }
  }

  /**
   * Reads what {@link #writeCrops} wrote.
   *
   * @param in where from
   * @return the faces
   * @throws IOException if they cannot be read
   */
  public static List<FaceCrop> readCrops(DataInputStream in) throws IOException {
    List<FaceCrop> crops = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      crops.add(readCrop(in));
    }
    return crops;
  }

  /**
   * Writes one face.
   *
   * @param out where to
   * @param crop the face
   * @throws IOException if it cannot be written
   */
  public static void write(DataOutputStream out, FaceCrop crop) throws IOException {
    Box box = crop.face().box();
    write(out, new Point(box.left(), box.top()));
    write(out, new Point(box.right(), box.bottom()));
    for (Point point : crop.face().landmarks().points()) {
      write(out, point);
    }
    out.writeFloat(crop.face().score());
    out.writeInt(crop.picture().width());
    out.writeInt(crop.picture().height());
    out.write(crop.picture().bgr());
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param in where from
   * @return the face
   * @throws IOException if it cannot be read
   */
  public static FaceCrop readCrop(DataInputStream in) throws IOException {
    Point from = readPoint(in);
    Point to = readPoint(in);
    Landmarks landmarks =
        new Landmarks(readPoint(in), readPoint(in), readPoint(in), readPoint(in), readPoint(in));
    Face face = new Face(new Box(from.x(), from.y(), to.x(), to.y()), landmarks, in.readFloat());
    int width = in.readInt();
    int height = in.readInt();
    byte[] bgr = in.readNBytes(3 * width * height);
    return new FaceCrop(new Picture(width, height, bgr), face);
  }

  static void writeEmbeddings(Path file, List<Embedding> embeddings) throws IOException {
    try (DataOutputStream out = to(file)) {
      out.writeInt(embeddings.size());
      out.writeInt(embeddings.get(0).dimension());
      for (Embedding embedding : embeddings) {
        for (float value : embedding.values()) {
          out.writeFloat(value);
        }
      }
    }
  }

  static List<Embedding> readEmbeddings(Path file) throws IOException {
    List<Embedding> embeddings = new ArrayList<>();
    try (DataInputStream in = from(file)) {
      int count = in.readInt();
      float[] values = new float[in.readInt()];
      while (embeddings.size() < count) {
        for (int i = 0; i < values.length; i++) {
          values[i] = in.readFloat();
        }
        embeddings.add(Embedding.ofUnit(values));
      }
    }
    return embeddings;
  }

  private static void write(DataOutputStream out, Point point) throws IOException {
    out.writeFloat(point.x());
    out.writeFloat(point.y());
  }

  private static Point readPoint(DataInputStream in) throws IOException {
    return new Point(in.readFloat(), in.readFloat());
  }
}
