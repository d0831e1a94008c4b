package org.rollcall.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rollcall.basics.ChildEnvironment;
import org.rollcall.face.EngineEnvironment;
import org.rollcall.memory.SmallProcess;
import org.rollcall.settings.WorkSettings;
import org.rollcall.testing.UsesProcesses;

@UsesProcesses
class WorkerJvmTest {
  private static final WorkerJvm MACHINE =
      new WorkerJvm(new WorkSettings(2, 1200, Duration.ofMinutes(1)));

  @Test
  void command_ofSettings_limitsItsHeap() {
    ProcessBuilder process =
        MACHINE.command(Path.of("/tmp/work"), Path.of("/tmp/logs"), List.of("worker"));

    assertThat(process.command())
        .contains("-Xmx600m", "-Djava.io.tmpdir=/tmp/work", "-XX:ErrorFile=/tmp/logs/hs_err_%p.log")
        .endsWith("org.rollcall.Main", "worker");
    assertThat(MACHINE.parallel()).isEqualTo(2);
  }

  @Test
  void command_environment_isWhatTheLibrariesWant() {
    ProcessBuilder process = MACHINE.command(Path.of("work"), Path.of("logs"), List.of());

    assertThat(process.environment())
        .containsAllEntriesOf(EngineEnvironment.variables())
        .containsAllEntriesOf(SmallProcess.variables());
  }

  @Test
  void command_environment_hasNoSecretsOfOthers() {
    ProcessBuilder process = MACHINE.command(Path.of("work"), Path.of("logs"), List.of());
    Map<String, String> wanted = new HashMap<>(System.getenv());
    wanted.put("ROLLCALL_MAIL_PASSWORD", "secret");
    ChildEnvironment.restrict(wanted, Set.of("ROLLCALL_STORE_PASSWORD"));
    wanted.putAll(EngineEnvironment.variables());
    wanted.putAll(SmallProcess.variables());

    assertThat(process.environment()).isEqualTo(wanted).doesNotContainKey("ROLLCALL_MAIL_PASSWORD");
  }

  /** Rollcall itself is started by a script or from an image, which cannot ask it. */
  @Test
  void launcherAndImage_startRollcallAlike() throws IOException {
    String launcher = Files.readString(Path.of("src/dist/bin/rollcall"));
    String pom = Files.readString(Path.of("pom.xml"));

    SmallProcess.variables()
        .forEach(
            (name, value) -> {
              assertThat(launcher).contains("export %s=\"${%s:-%s}\"".formatted(name, name, value));
              assertThat(pom).contains("<%s>%s</%s>".formatted(name, value, name));
            });
    assertThat(found("<jvmFlag>(-X[^<]+)</jvmFlag>", pom))
        .isNotEmpty()
        .isEqualTo(found("(-X\\S+)(?=.* \\$\\{ROLLCALL_JAVA_OPTS)", launcher));
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1)).toList();
  }
}
