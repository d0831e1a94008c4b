package org.rollcall.basics;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The host name of this machine. */
public final class HostName {
  private static final Path KERNEL_NAME = Path.of("/proc/sys/kernel/hostname");
  private static final String HERE = kernelName().orElseGet(HostName::networkName);

  private HostName() {}

  /** {@return the host name, or {@code localhost} if there is none; looked up once} */
  public static String here() {
    return HERE;
  }

  /** Preferred over a network lookup, which may take long without a network. */
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
