package org.rollcall.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Needs the published model packs, or real photos and recordings ({@link SharedFolders}); without
 * them it is skipped.
 */
@Tag("integration")
@Tag("packs")
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface UsesPacks {}
