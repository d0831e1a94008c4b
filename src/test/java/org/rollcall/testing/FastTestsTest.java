package org.rollcall.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.commons.support.AnnotationSupport.findRepeatableAnnotations;
import static org.junit.platform.commons.support.AnnotationSupport.isAnnotated;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

/**
 * What a test calls, itself or by way of fixtures, decides whether it is a fast one. What the
 * program calls does not show here; but where fast tests run in a build, the native libraries are
 * missing.
 */
class FastTestsTest {
  private static final DescribedPredicate<JavaClass> SLOW =
      resideInAnyPackage("org.bytedeco..", "ai.djl..", "org.openqa..", "io.zonky..")
          .or(JavaClass.Predicates.equivalentTo(ProcessBuilder.class));

  private static final List<Class<? extends Annotation>> LIFECYCLE =
      List.of(BeforeAll.class, BeforeEach.class, AfterEach.class, AfterAll.class);

  private static final JavaClasses TESTS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.OnlyIncludeTests())
          .importPackages("org.rollcall");

  @Test
  void fastTests_all_needNoNativesProcessesServersOrBrowsers() {
    List<JavaMethod> fast = TESTS.stream().flatMap(FastTestsTest::fastTests).toList();

    assertThat(fast).hasSizeGreaterThan(1000);
    assertThat(fast.stream().flatMap(test -> slowCalls(test).limit(1)))
        .as("Tag these tests by an annotation of org.rollcall.testing")
        .isEmpty();
  }

  private static Stream<JavaMethod> fastTests(JavaClass type) {
    return type.getMethods().stream()
        .filter(method -> isAnnotated(method.reflect(), Testable.class))
        .filter(method -> !isSlow(method.reflect()) && !isSlow(type.reflect()));
  }

  private static boolean isSlow(AnnotatedElement element) {
    return findRepeatableAnnotations(element, Tag.class).stream()
        .anyMatch(tag -> tag.value().equals("integration"));
  }

  /** {@return what a test must not call, by the way on which it gets there} */
  private static Stream<String> slowCalls(JavaMethod test) {
    Set<JavaCodeUnit> reached = new HashSet<>();
    Deque<JavaCodeUnit> waiting = new ArrayDeque<>();
    waiting.add(test);
    aroundTests(test.getOwner()).forEach(waiting::add);
    Stream.Builder<String> slow = Stream.builder();
    while (!waiting.isEmpty()) {
      JavaCodeUnit unit = waiting.remove();
      if (reached.add(unit)) {
        for (JavaAccess<?> access : unit.getAccessesFromSelf()) {
          if (SLOW.test(access.getTargetOwner())) {
            slow.add(test.getFullName() + ": " + access.getDescription());
          }
          follow(access).forEach(waiting::add);
        }
      }
    }
    return slow.build();
  }

  /** {@return what runs with every test of a class} */
  private static Stream<JavaCodeUnit> aroundTests(JavaClass type) {
    return type.getCodeUnits().stream()
        .filter(unit -> !unit.isMethod() || LIFECYCLE.stream().anyMatch(unit::isAnnotatedWith));
  }

  private static Stream<JavaCodeUnit> follow(JavaAccess<?> access) {
    if (!TESTS.contain(access.getTargetOwner().getName())) {
      return Stream.empty();
    }
    return Stream.concat(
        access.getTarget().resolveMember().stream()
            .filter(JavaCodeUnit.class::isInstance)
            .map(JavaCodeUnit.class::cast),
        access.getTargetOwner().getStaticInitializer().stream());
  }
}
