package org.rollcall.basics.setting;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A setting: a component of a settings record. Its {@link Help} says what it does.
 *
 * <p>The component may be an {@code int}, {@code double}, {@code String}, {@code Duration}, {@code
 * LocalTime}, {@code ZoneId}, {@code Path}, {@code URI}, {@code Pattern} or enum, a {@code List} of
 * them, or an {@code Optional} of either where nothing may be set. A {@code String} is never blank,
 * a {@code List} never empty.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
  /** What a path that is not a file stands for. */
  String FOLDER = "a folder, absolute or relative to the home folder";

  /** {@return the name in the file: a section and a name, joined by a dot} */
  String key();

  /** {@return what applies when nothing is set, as written in the file; empty for nothing} */
  String[] fallback() default {};

  /** {@return the lowest and the highest value, and the unit if any, as in "12 to 400 pixels"} */
  String limits() default "";

  /** {@return what may be set, in words; empty where the type and the limits say it} */
  String expected() default "";

  /** {@return the environment variable that overrides the file; empty for none} */
  String variable() default "";

  /** {@return the environment variable that holds the password itself, for a file with one} */
  String password() default "";
}
