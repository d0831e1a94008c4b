package org.rollcall.inbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.rollcall.model.TemporaryFailure;

/**
 * A file that exists in the watched folder whenever its share is connected. Without it, the empty
 * mount point of a disconnected share would look like an empty watched folder.
 *
 * @param folder the watched folder
 * @param file name of the file in it; empty if the folder is always available
 */
record Sentinel(Path folder, Optional<String> file) {
  void requirePresent() {
    file.filter(name -> !Files.exists(folder.resolve(name)))
        .ifPresent(
            name -> {
              throw new TemporaryFailure(
                  ("Cannot read the watched folder %s: its file '%s' is missing, so its share"
                          + " is not connected. Connect the share; if it is connected, create an"
                          + " empty file of that name there, or leave footage.sentinel empty.")
                      .formatted(folder, name));
            });
  }

  boolean isCalled(String name) {
    return file.filter(name::equals).isPresent();
  }
}
