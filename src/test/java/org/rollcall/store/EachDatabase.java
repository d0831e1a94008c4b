package org.rollcall.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * Repeats tests for each {@link DatabaseKind}. In a build, SQLite is among the fast tests and
 * PostgreSQL among the others; anywhere else, one run has both.
 */
@ArgumentsSource(EachDatabase.Kinds.class)
@Tag("databases")
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface EachDatabase {
  /** Those of this part of the build. */
  final class Kinds implements ArgumentsProvider {
    @Override
    public Stream<Arguments> provideArguments(
        ParameterDeclarations parameters, ExtensionContext context) {
      boolean onlyOnce = context.getTags().contains("integration");
      String wanted = context.getConfigurationParameter("databases").orElse("");
      return Arrays.stream(DatabaseKind.values())
          .filter(kind -> onlyOnce || wanted.isEmpty() || wanted.equals(kind.name()))
          .map(Arguments::of);
    }
  }
}
