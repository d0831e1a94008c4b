package org.rollcall.ingest;

import java.util.Optional;

/**
 * Where a recording was made, according to its name.
 *
 * @param className the class, spelled as its folder; or as the name has it, if a pattern of the
 *     settings says that this is a class
 * @param room the room, or whatever else may be meant as one; empty if the class is known
 * @param camera the camera, if the name gives one
 */
record NamedPlace(Optional<String> className, String room, Optional<String> camera) {}
