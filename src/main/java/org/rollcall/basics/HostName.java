package org.rollcall.basics;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What this machine is called. */
public final class HostName {
  private static final Path KERNEL_NAME = Path.of("/proc/sys/kernel/hostname");
  private static final String HERE = kernelName().orElseGet(HostName::networkName);

  private HostName() {}

  /**
   * {@return the name of this machine, {@code localhost} where it has none; the same every time}
   */
  public static String here() {
    return HERE;
  }

  /** Asking the network may take long where there is none. */
  private static Optional<String> kernelName() {
    try {
      return Optional.of(Files.readString(KERNEL_NAME).strip()).filter(name -> !name.isEmpty());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String networkName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
