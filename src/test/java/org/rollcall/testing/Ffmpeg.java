package org.rollcall.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;

/** The {@code ffmpeg} program that comes with JavaCV: makes films that cameras make. */
public final class Ffmpeg {
  private static final String PROGRAM = Loader.load(ffmpeg.class);

  private Ffmpeg() {}

  /**
   * Runs the program.
   *
   * @param file what it writes
   * @param arguments its other arguments, separated by spaces
   * @param inputs what stands for each {@code %} in them
   * @return the file
   */
  public static Path write(Path file, String arguments, Path... inputs) throws IOException {
    List<String> command =
        new ArrayList<>(List.of(PROGRAM, "-hide_banner", "-loglevel", "error", "-nostdin", "-y"));
    int next = 0;
    for (String argument : arguments.strip().split(" +", -1)) {
      command.add(argument.equals("%") ? inputs[next++].toString() : argument);
    }
    command.add(file.toString());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // Its libraries lie beside it, which Linux does not find out by itself.
    builder.environment().put("LD_LIBRARY_PATH", Path.of(PROGRAM).getParent().toString());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertThat(process.waitFor()).as("%s%n%s", command, output).isZero();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
    return file;
  }
}
