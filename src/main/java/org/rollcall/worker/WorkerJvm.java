package org.rollcall.worker;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.rollcall.basics.ChildEnvironment;
import org.rollcall.face.EngineEnvironment;
import org.rollcall.memory.SmallProcess;
import org.rollcall.settings.WorkSettings;
import org.rollcall.store.db.StoreSettings;

/** The options and environment of the Java virtual machine that a worker runs in. */
public final class WorkerJvm {
  private static final String MAIN = "org.rollcall.Main";

  /** The variables that the native libraries need, best set before the process starts. */
  private static final Map<String, String> ENVIRONMENT = environment();

  private final WorkSettings settings;

  /**
   * Creates it from the settings of an installation.
   *
   * @param settings limits for a process
   */
  public WorkerJvm(WorkSettings settings) {
    this.settings = settings;
  }

  /** {@return whether this process was started with this environment} */
  public static boolean isThisOne() {
    return ENVIRONMENT.entrySet().stream()
        .allMatch(wanted -> wanted.getValue().equals(System.getenv(wanted.getKey())));
  }

  /** {@return how many lessons are processed at a time on this machine} */
  int parallel() {
    return settings.parallel(processors(), Machine.memoryMegabytes());
  }

  /**
   * Builds a process that runs a command of Rollcall.
   *
   * @param temporary folder for its temporary files
   * @param logs folder for Java's crash reports
   * @param arguments the command
   * @return the process, not started yet
   */
  public ProcessBuilder command(Path temporary, Path logs, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + settings.heapMegabytes() + "m");
    // The concurrent collector would hold on to more memory, and take processor time as well.
    command.add("-XX:+UseSerialGC");
    command.add("-XX:ActiveProcessorCount=" + Math.max(1, processors() / parallel()));
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-XX:-CreateCoredumpOnCrash");
    command.add("-XX:ErrorFile=" + logs.resolve("hs_err_%p.log"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Djava.awt.headless=true");
    command.add("-Djava.io.tmpdir=" + temporary);
    command.add("-Djna.tmpdir=" + temporary);
    command.add("-cp");
    command.add(classPath());
    command.add(MAIN);
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    // Workers open the database. They also decode what anyone may have made.
    ChildEnvironment.restrict(builder.environment(), Set.of(StoreSettings.PASSWORD_VARIABLE));
    builder.environment().putAll(ENVIRONMENT);
    return builder;
  }

  private static Map<String, String> environment() {
    Map<String, String> variables = new HashMap<>(EngineEnvironment.variables());
    variables.putAll(SmallProcess.variables());
    return Map.copyOf(variables);
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(joining(File.pathSeparator));
  }
}
