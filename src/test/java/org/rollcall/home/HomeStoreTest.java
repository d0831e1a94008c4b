package org.rollcall.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.RollcallException;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.store.db.StoreAddress;
import org.rollcall.store.db.StoreAddress.PostgresServer;
import org.rollcall.store.db.StoreSettings;

class HomeStoreTest {
  private static final String URL = "jdbc:postgresql://db:5433/rollcall?sslmode=verify-full";
  private static final String VARIABLE = "ROLLCALL_STORE_PASSWORD";

  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void name() {
    home = Home.of(folder);
  }

  private static StoreSettings server(Optional<Path> passwordFile) {
    return new StoreSettings(Optional.of(URL), Optional.of("rollcall"), passwordFile);
  }

  private StoreAddress address(StoreSettings settings, Map<String, String> environment) {
    return HomeStore.address(home, settings, environment);
  }

  @Test
  void address_nothingSet_isTheFileOfTheHome() {
    assertThat(address(StoreSettings.DEFAULT, Map.of(VARIABLE, "unused")))
        .isEqualTo(new StoreAddress.SqliteFile(home.database()));
  }

  @Test
  void address_server_takesThePasswordFromTheEnvironmentFirst() {
    assertThat(address(server(Optional.of(Path.of("nowhere"))), Map.of(VARIABLE, "sesame")))
        .isEqualTo(new PostgresServer(URL, Optional.of("rollcall"), Optional.of("sesame")))
        .hasToString("postgresql://db:5433/rollcall");
  }

  @Test
  void address_passwordFile_isReadFromTheHomeWithoutItsLineBreak() throws IOException {
    Files.writeString(folder.resolve("password"), "open sesame\n");

    assertThat(address(server(Optional.of(Path.of("password"))), Map.of(VARIABLE, "")))
        .isEqualTo(new PostgresServer(URL, Optional.of("rollcall"), Optional.of("open sesame")));
  }

  @Test
  void address_noPassword_isLeftToTheServer() {
    assertThat(address(server(Optional.empty()), Map.of()))
        .isEqualTo(new PostgresServer(URL, Optional.of("rollcall"), Optional.empty()));
  }

  @Test
  void address_passwordFileIsMissingOrEmpty_saysWhatToDo() throws IOException {
    StoreSettings settings = server(Optional.of(Path.of("password")));
    assertThatThrownBy(() -> address(settings, Map.of()))
        .isInstanceOf(RollcallException.class)
        .hasMessageStartingWith("Cannot read the password for the database from " + folder)
        .hasMessageEndingWith("or correct store.passwordFile.");

    Files.writeString(folder.resolve("password"), "\n");
    assertThatThrownBy(() -> address(settings, Map.of()))
        .hasMessageContaining("holds no password for the database.");
  }

  @Test
  void exists_newHome_onlyWithAServer() {
    assertThat(HomeStore.exists(home, Settings.DEFAULT)).isFalse();
    assertThat(HomeStore.exists(home, Settings.DEFAULT.with(server(Optional.empty())))).isTrue();
  }
}
