package org.rollcall.face;

import java.nio.file.Path;
import java.util.List;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.Picture;

/**
 * Detects faces with YuNet or a Haar cascade and has O-Net of the MTCNN cascade place their boxes
 * and landmarks, so that they are cut out and aligned as if MTCNN had found them: the cohort of
 * strangers that scores are normalised with was aligned in that way.
 */
final class ProposalDetector implements FaceDetector {
  /** O-Net also has the last word on whether a place shows a face. */
  private static final float ONET_PROBABILITY = 0.7f;

  private final FaceProposals proposals;
  private final OutputNetwork onet;

  /**
   * Loads O-Net.
   *
   * @param proposals where faces may be; closed with the detector
   * @param cascade folder of a pack with an O-Net
   */
  ProposalDetector(FaceProposals proposals, Path cascade) {
    this.proposals = proposals;
    this.onet = new OutputNetwork(cascade);
  }

  @Override
  public List<Face> detect(FaceSearch search) {
    return search.picture().map(picture -> detect(picture, search)).orElse(List.of());
  }

  private List<Face> detect(Picture picture, FaceSearch search) {
    Box frame = new Box(0, 0, picture.width(), picture.height());
    List<Box> proposed =
        search
            .places()
            .map(places -> proposals.proposeAround(picture, places))
            .orElseGet(() -> proposals.propose(picture));
    return onet.decide(proposed, new PictureCrops(picture), ONET_PROBABILITY).stream()
        .filter(face -> frame.contains(face.box().centre()))
        .toList();
  }

  @Override
  public void close() {
    proposals.close();
    onet.close();
  }
}
