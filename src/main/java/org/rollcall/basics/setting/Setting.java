package org.rollcall.basics.setting;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a component of a settings record as a setting. Its {@link Help} explains it.
 *
 * <p>The component may be an {@code int}, {@code double}, {@code String}, {@code Duration}, {@code
 * LocalTime}, {@code ZoneId}, {@code Path}, {@code URI}, {@code Pattern} or enum, a {@code List} of
 * these, or an {@code Optional} of any of these if the setting may be left empty. A {@code String}
 * is never blank, a {@code List} never empty.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
  /** Description of the permitted values for a path that names a folder. */
  String FOLDER = "a folder, absolute or relative to the home folder";

  /** {@return the key in the file: section and name, joined by a dot} */
  String key();

  /** {@return the default, as written in the file; empty for none} */
  String[] fallback() default {};

  /** {@return the lowest and highest value, and the unit if any, as in "12 to 400 pixels"} */
  String limits() default "";

  /** {@return the permitted values in words; empty if type and limits say enough} */
  String expected() default "";

  /** {@return the environment variable that overrides the file; empty for none} */
  String variable() default "";

  /**
   * {@return the environment variable that holds the password itself, for a setting that names a
   * password file}
   */
  String password() default "";
}
