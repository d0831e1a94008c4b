package org.rollcall.basics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChildEnvironmentTest {
  @Test
  void restrict_secrets_areLeftOutUnlessNeeded() {
    Map<String, String> environment =
        new HashMap<>(
            Map.of(
                "PATH", "/bin",
                "Path", "C:\\Windows",
                "LC_ALL", "C",
                "OMP_NUM_THREADS", "1",
                "ROLLCALL_HOME", "/srv",
                "ROLLCALL_MAIL_PASSWORD", "m",
                "ROLLCALL_STORE_PASSWORD", "s",
                "ROLLCALL_WEB_KEYSTORE_PASSWORD", "k",
                "PGPASSWORD", "p",
                "AWS_SECRET_ACCESS_KEY", "a"));

    ChildEnvironment.restrict(environment, Set.of("ROLLCALL_STORE_PASSWORD"));

    assertThat(environment)
        .containsOnlyKeys(
            "PATH",
            "Path",
            "LC_ALL",
            "OMP_NUM_THREADS",
            "ROLLCALL_HOME",
            "ROLLCALL_STORE_PASSWORD");
  }
}
