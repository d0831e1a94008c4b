package org.rollcall.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Student;
import org.rollcall.model.evaluation.ConfusionMatrix;
import org.rollcall.model.evaluation.Trial;
import org.rollcall.testing.MadeTrials;
import org.rollcall.testing.UsesNatives;

@UsesNatives
class MatrixPictureTest {
  private static final int RIGHT = 0x2E8B74;
  private static final int WRONG = 0xB3402A;

  @Test
  void draw_eachCell_isInTheColourOfItsKind() throws IOException {
    BufferedImage right = draw(students(3), List.of(trial(0, 0), trial(1, 1)));
    BufferedImage wrong = draw(students(3), List.of(trial(0, 0), trial(1, 2)));

    assertThat(pixels(wrong).get(RIGHT)).isLessThan(pixels(right).get(RIGHT));
    assertThat(pixels(wrong).get(WRONG)).isGreaterThan(pixels(right).get(WRONG));
  }

  @Test
  void draw_aLargeClass_keepsItsCellsLargeEnoughToRead() throws IOException {
    BufferedImage few = draw(students(3), List.of());
    BufferedImage many = draw(students(40), List.of());

    assertThat(many.getHeight() - few.getHeight()).isEqualTo(37 * 34);
    assertThat(many.getWidth()).isGreaterThan(40 * 34);
  }

  @Test
  void draw_aLongName_isCut() throws IOException {
    Student longName = new Student("S1", "Maria ".repeat(40));

    assertThat(draw(List.of(longName), List.of()).getHeight()).isLessThan(800);
  }

  private static BufferedImage draw(List<Student> students, List<Trial> trials) throws IOException {
    byte[] png = MatrixPicture.draw("7A", ConfusionMatrix.of(students, trials)).bytes();
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static Map<Integer, Integer> pixels(BufferedImage image) {
    Map<Integer, Integer> counts = new TreeMap<>();
    IntStream.of(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
        .forEach(pixel -> counts.merge(pixel & 0xffffff, 1, Integer::sum));
    return counts;
  }

  private static Trial trial(int actual, int answer) {
    return MadeTrials.sure(
        Optional.of(students(3).get(actual)), Optional.of(students(3).get(answer)));
  }

  private static List<Student> students(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> new Student("S" + i, "Student %02d".formatted(i)))
        .toList();
  }
}
