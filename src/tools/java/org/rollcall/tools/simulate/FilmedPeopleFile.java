package org.rollcall.tools.simulate;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.face.FaceEngine;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.model.picture.Landmarks;
import org.rollcall.model.picture.Picture;
import org.rollcall.model.picture.Point;

/** Keeps participants in a file: to film them takes much longer than to hold the lessons. */
final class FilmedPeopleFile {
  private FilmedPeopleFile() {}

  static void write(Path file, List<Participant> participants) throws IOException {
    try (DataOutputStream out = to(file)) {
      out.writeInt(participants.size());
      for (Participant participant : participants) {
        out.writeUTF(participant.name());
        out.writeInt(participant.number());
        out.writeInt(participant.photos().size());
        for (FaceCrop photo : participant.photos()) {
          write(out, photo);
        }
        out.writeInt(participant.seen().size());
        for (SeenFace seen : participant.seen()) {
          out.writeInt(seen.scene().facePixels());
          out.writeUTF(seen.scene().degradation().name());
          write(out, seen.crop());
        }
      }
    }
  }

  static List<Participant> read(Path file, FaceEngine meter) throws IOException {
    List<Participant> participants = new ArrayList<>();
    try (DataInputStream in = from(file)) {
      for (int left = in.readInt(); left > 0; left--) {
        String name = in.readUTF();
        int number = in.readInt();
        List<FaceCrop> photos = new ArrayList<>();
        for (int photo = in.readInt(); photo > 0; photo--) {
          photos.add(readCrop(in));
        }
        List<SeenFace> seen = new ArrayList<>();
        for (int face = in.readInt(); face > 0; face--) {
          SeenFace.Scene scene =
              new SeenFace.Scene(in.readInt(), Degradation.valueOf(in.readUTF()));
          FaceCrop crop = readCrop(in);
          seen.add(new SeenFace(scene, crop, meter.quality(crop)));
        }
        participants.add(new Participant(name, number, photos, seen));
      }
    }
    return participants;
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

  private static DataOutputStream to(Path file) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
  }

  private static DataInputStream from(Path file) throws IOException {
    return new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
  }

  private static void write(DataOutputStream out, FaceCrop crop) throws IOException {
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

  private static FaceCrop readCrop(DataInputStream in) throws IOException {
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

  private static void write(DataOutputStream out, Point point) throws IOException {
    out.writeFloat(point.x());
    out.writeFloat(point.y());
  }

  private static Point readPoint(DataInputStream in) throws IOException {
    return new Point(in.readFloat(), in.readFloat());
  }
}
