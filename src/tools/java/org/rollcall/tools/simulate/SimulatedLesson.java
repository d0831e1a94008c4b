package org.rollcall.tools.simulate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.rollcall.identity.Sighting;
import org.rollcall.identity.Track;
import org.rollcall.identity.TrackEmbedder;
import org.rollcall.identity.Tracker;
import org.rollcall.identity.Tracklet;
import org.rollcall.identity.cohort.Cohort;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.tools.people.Look;

/**
 * A lesson that is held with the real tracks, matches and limits; only its pictures were taken
 * before. Everybody in the room sits in a seat of their own, sampled once a second.
 */
final class SimulatedLesson {
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final float SEAT_PIXELS = 1000;

  private final Map<FaceCrop, Embedding> embeddings;
  private final List<List<Look>> seats = new ArrayList<>();

  /**
   * Seats everybody in the room.
   *
   * @param seats how each person in the room is seen
   * @param embeddings of all faces, in the space in which they are compared
   * @param random draws when who is seen how
   */
  SimulatedLesson(List<List<Look>> seats, Map<FaceCrop, Embedding> embeddings, Random random) {
    this.embeddings = embeddings;
    for (List<Look> looks : seats) {
      List<Look> shown = new ArrayList<>(looks);
      Collections.shuffle(shown, random);
      this.seats.add(shown);
    }
  }

  /** {@return the tracks of everybody in the room} */
  List<Tracklet> tracks(Cohort cohort) {
    Tracker tracker = new Tracker();
    List<Track> ended = new ArrayList<>();
    int seconds = seats.stream().mapToInt(List::size).max().orElse(0);
    for (int second = 0; second < seconds; second++) {
      List<Sighting> sightings = new ArrayList<>();
      for (int seat = 0; seat < seats.size(); seat++) {
        if (second < seats.get(seat).size()) {
          Look face = seats.get(seat).get(second);
          sightings.add(sighting(INTERVAL.multipliedBy(second), seat, face));
        }
      }
      ended.addAll(tracker.advance(INTERVAL.multipliedBy(second), sightings, seat -> true));
    }
    ended.addAll(tracker.finish());
    return new TrackEmbedder(this::embed, cohort, true).embed(ended);
  }

  private List<Embedding> embed(List<FaceCrop> crops) {
    return crops.stream().map(embeddings::get).toList();
  }

  private static Sighting sighting(Duration at, int seat, Look face) {
    Box box = face.crop().face().box();
    Face seated =
        face.crop().face().moved(seat * SEAT_PIXELS - box.left(), SEAT_PIXELS - box.top());
    return new Sighting(at, seated, face.crop(), face.quality());
  }

  /** {@return how often the face in a seat is found} */
  int sightings(int seat) {
    return seats.get(seat).size();
  }
}
