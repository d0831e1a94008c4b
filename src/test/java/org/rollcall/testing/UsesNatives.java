package org.rollcall.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Decodes films or photos, or runs networks: needs the native libraries of JavaCV, OpenCV or MXNet.
 */
@Tag("integration")
@Tag("natives")
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface UsesNatives {}
