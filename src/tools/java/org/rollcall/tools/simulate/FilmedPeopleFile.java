package org.rollcall.tools.simulate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.face.FaceEngine;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.tools.people.FaceFile;
import org.rollcall.tools.people.Look;

/** Keeps participants in a file: to film them takes much longer than to hold the lessons. */
final class FilmedPeopleFile {
  private FilmedPeopleFile() {}

  static void write(Path file, List<Participant> participants) throws IOException {
    try (DataOutputStream out = FaceFile.to(file)) {
      out.writeInt(participants.size());
      for (Participant participant : participants) {
        out.writeUTF(participant.name());
        out.writeInt(participant.number());
        FaceFile.writeCrops(out, participant.photos());
        out.writeInt(participant.seen().size());
        for (SeenFace seen : participant.seen()) {
          out.writeInt(seen.scene().facePixels());
          out.writeUTF(seen.scene().degradation().name());
          FaceFile.write(out, seen.look().crop());
        }
      }
    }
  }

  static List<Participant> read(Path file, FaceEngine meter) throws IOException {
    List<Participant> participants = new ArrayList<>();
    try (DataInputStream in = FaceFile.from(file)) {
      for (int left = in.readInt(); left > 0; left--) {
        String name = in.readUTF();
        int number = in.readInt();
        List<FaceCrop> photos = FaceFile.readCrops(in);
        List<SeenFace> seen = new ArrayList<>();
        for (int face = in.readInt(); face > 0; face--) {
          SeenFace.Scene scene =
              new SeenFace.Scene(in.readInt(), Degradation.valueOf(in.readUTF()));
          FaceCrop crop = FaceFile.readCrop(in);
          seen.add(new SeenFace(scene, new Look(crop, meter.quality(crop))));
        }
        participants.add(new Participant(name, number, photos, seen));
      }
    }
    return participants;
  }
}
