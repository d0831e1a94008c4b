package org.rollcall.enrol;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.Student;

/** Tells which photos of a class are refused before anybody looks at them. */
final class PhotoTriage {
  private final Map<String, Message> deadly;
  private final Map<String, String> fileByContent = new HashMap<>();

  /**
   * Starts with no photo.
   *
   * @param deadly how processes died over photos, by the hash of their content
   */
  PhotoTriage(Map<String, Message> deadly) {
    this.deadly = Map.copyOf(deadly);
  }

  /** {@return why the next photo of a student is refused; empty if it is to be examined} */
  Optional<Message> refusal(Student student, Path file, String sha256) {
    String name = file.getFileName().toString();
    String first = fileByContent.putIfAbsent(student.id() + " " + sha256, name);
    if (first != null) {
      return Optional.of(Message.of(Reason.PHOTO_TWICE, first));
    }
    return Optional.ofNullable(deadly.get(sha256))
        .map(death -> Message.of(Reason.PHOTO_DEADLY, death));
  }
}
