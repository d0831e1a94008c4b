package org.rollcall.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the document about files and formats says, for the tests of those who write them. */
public final class DocumentedFormats {
  private static final MarkdownFile DOCUMENT = MarkdownFile.read(Path.of("src/docs/formats.md"));

  private DocumentedFormats() {}

  /**
   * Asserts that the document names fields, columns or worksheets.
   *
   * @param names the names
   */
  public static void assertThatFormatsName(Collection<String> names) {
    List<String> spans = DOCUMENT.spans();
    assertThat(names).isNotEmpty().allSatisfy(name -> assertThat(spans).contains(name));
  }

  /**
   * The fields of a file in JSON.
   *
   * @param form the record that it is made of
   * @return their names, with those of the records within it
   */
  public static List<String> fields(Class<?> form) {
    Stream<Class<?>> records =
        Stream.concat(Stream.of(form), Arrays.stream(form.getDeclaredClasses()));
    return records
        .filter(Class::isRecord)
        .flatMap(record -> Arrays.stream(record.getRecordComponents()))
        .map(DocumentedFormats::name)
        .toList();
  }

  private static String name(RecordComponent component) {
    return Optional.ofNullable(component.getAccessor().getAnnotation(JsonProperty.class))
        .map(JsonProperty::value)
        .orElse(component.getName());
  }
}
