package org.rollcall.face;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.Picture;

/**
 * Detects faces and their landmarks with a cascade of three networks, after Zhang et al., "Joint
 * Face Detection and Alignment Using Multitask Cascaded Convolutional Networks" (arXiv 1604.02878).
 *
 * <p>P-Net proposes candidates on an image pyramid, R-Net refines them, O-Net decides and adds the
 * landmarks. Where the places of faces are known, the cascade starts at R-Net.
 */
final class MtcnnDetector implements FaceDetector {
  /** Gives a face logit and the regression of four edges. */
  private static final CropNetwork.Spec RNET = new CropNetwork.Spec("rnet", 24, 5, 128);

  private static final float RNET_PROBABILITY = 0.7f;
  private static final float ONET_PROBABILITY = 0.7f;

  /** IoU above which two candidates are one. */
  private static final float SAME = 0.7f;

  /** A face with a higher IoU is the one that was at a place. */
  private static final float NEAR = 0.3f;

  /** How far around its place a lost face is searched for, in sizes of the face. */
  private static final float SHIFT = 0.3f;

  private final ProposalNetwork pnet;
  private final CropNetwork rnet;
  private final OutputNetwork onet;

  /**
   * Loads the three networks.
   *
   * @param folder of a detector pack, with {@code pnet}, {@code rnet} and {@code onet}
   * @param smallestFacePixels width of the smallest face to detect (pixels; ≥ 12)
   */
  MtcnnDetector(Path folder, int smallestFacePixels) {
    this.pnet = new ProposalNetwork(folder, smallestFacePixels);
    this.rnet = new CropNetwork(folder, RNET);
    this.onet = new OutputNetwork(folder);
  }

  @Override
  public List<Face> detect(FaceSearch search) {
    return search.picture().map(picture -> detect(picture, search)).orElse(List.of());
  }

  private List<Face> detect(Picture picture, FaceSearch search) {
    Box frame = new Box(0, 0, picture.width(), picture.height());
    return search
        .places()
        .map(places -> around(picture, places))
        .orElseGet(() -> whole(picture))
        .stream()
        .filter(face -> frame.contains(face.box().centre()))
        .toList();
  }

  private List<Face> whole(Picture picture) {
    Pyramid scaled = pnet.scale(picture);
    return refineAndDecide(FaceCandidate.boxes(pnet.propose(scaled)), scaled);
  }

  /** Most faces have not moved; the others are searched for around their places. */
  private List<Face> around(Picture picture, List<Box> places) {
    CropSource crops = new PictureCrops(picture);
    List<Face> faces = new ArrayList<>(refineAndDecide(places, crops));
    List<Box> beside =
        places.stream()
            .filter(place -> faces.stream().noneMatch(face -> face.box().iou(place) > NEAR))
            .flatMap(MtcnnDetector::beside)
            .toList();
    faces.addAll(refineAndDecide(beside, crops));
    return OutputNetwork.distinct(faces);
  }

  private static Stream<Box> beside(Box place) {
    float dx = SHIFT * place.width();
    float dy = SHIFT * place.height();
    return Stream.of(
        place.moved(-dx, 0), place.moved(dx, 0), place.moved(0, -dy), place.moved(0, dy));
  }

  private List<Face> refineAndDecide(List<Box> places, CropSource crops) {
    List<FaceCandidate> refined = new ArrayList<>();
    rnet.run(
        places,
        crops,
        (square, output, offset) -> {
          float score = MtcnnNumbers.probability(output[offset]);
          if (score > RNET_PROBABILITY) {
            refined.add(
                new FaceCandidate(FaceCandidate.regressed(square, output, offset + 1, 1), score));
          }
        });
    return onet.decide(
        FaceCandidate.boxes(FaceCandidate.strongest(refined, SAME)), crops, ONET_PROBABILITY);
  }

  @Override
  public void close() {
    pnet.close();
    rnet.close();
    onet.close();
  }
}
