package org.rollcall.face.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rollcall.face.pack.InstallationProgress.Fetched;

/** Copies the published files of one pack from a source, and verifies each. */
final class Fetching {
  private static final int CHUNK_BYTES = 1 << 16;

  private final PublishedPack pack;
  private final PackSource source;
  private final InstallationProgress progress;
  private int files;
  private long bytes;

  Fetching(PublishedPack pack, PackSource source, InstallationProgress progress) {
    this.pack = pack;
    this.source = source;
    this.progress = progress;
  }

  /**
   * Copies all files to a folder.
   *
   * @throws InstallationFailed if a file cannot be fetched or differs from what was published
   * @throws IOException if a file cannot be written, or the thread is interrupted
   */
  void into(Path folder) throws IOException {
    for (PackFile file : pack.files()) {
      Path target = folder.resolve(file.name());
      copy(file, target);
      verify(file, target);
      files++;
      report();
    }
  }

  private void copy(PackFile file, Path target) throws IOException {
    try (InputStream in = source.open(pack, file);
        OutputStream out = Files.newOutputStream(target)) {
      copy(in, out, file.bytes());
    }
  }

  private void copy(InputStream in, OutputStream out, long expected) throws IOException {
    byte[] chunk = new byte[CHUNK_BYTES];
    long copied = 0;
    // Stop one byte past the expected size: a wrong address may send any amount.
    while (copied <= expected) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException("interrupted");
      }
      int count = in.read(chunk);
      if (count < 0) {
        return;
      }
      out.write(chunk, 0, count);
      copied += count;
      bytes += count;
      report();
    }
  }

  private void verify(PackFile file, Path target) throws IOException {
    String wrong = file.difference(target).orElse("");
    if (!wrong.isEmpty()) {
      throw new InstallationFailed(
          "Cannot install model pack '%s': '%s' %s. Fetch it again from its public address, '%s'."
              .formatted(pack.id(), source.place(pack, file), wrong, pack.address() + file.path()));
    }
  }

  private void report() {
    progress.fetched(new Fetched(pack.id(), files, pack.files().size(), bytes, pack.bytes()));
  }
}
