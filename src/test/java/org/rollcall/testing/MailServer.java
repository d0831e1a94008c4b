package org.rollcall.testing;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** A real mail server on this machine, that keeps what it is given. */
public final class MailServer implements AutoCloseable {
  /** Who may log in. */
  public static final String USER = "rollcall";

  /** With which password. */
  public static final String PASSWORD = "a secret for tests";

  /** Nobody is at such addresses. */
  public static final String NOBODY = "nobody";

  /** Is not there now. */
  public static final String BUSY = "busy";

  private static final char[] KEY_PASSWORD = "changeit".toCharArray();

  private final List<MimeMessage> received = new CopyOnWriteArrayList<>();
  private final SMTPServer server;

  private MailServer(SMTPServer.Builder builder) {
    server =
        builder
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("localhost")
            .messageHandlerFactory(this::handler)
            .build();
    server.start();
  }

  /** One that asks for nothing, at any port. */
  public static MailServer plain() {
    return plain(0);
  }

  /** One that asks for nothing, at a certain port. */
  public static MailServer plain(int port) {
    return new MailServer(SMTPServer.port(port));
  }

  /** One that encrypts after the greeting, and wants a login then. */
  public static MailServer withStarttls(SSLContext context) {
    return new MailServer(
        SMTPServer.port(0)
            .startTlsSocketFactory(context)
            .requireTLS()
            .requireAuth()
            .authenticationHandlerFactory(logins()));
  }

  /** One that encrypts from the begin. */
  public static MailServer withTls(SSLContext context) {
    return new MailServer(SMTPServer.port(0).serverSocketFactory(context));
  }

  /** One that wants a login, and encrypts nothing. */
  public static MailServer withLogin() {
    return new MailServer(SMTPServer.port(0).requireAuth().authenticationHandlerFactory(logins()));
  }

  private static EasyAuthenticationHandlerFactory logins() {
    return new EasyAuthenticationHandlerFactory(
        (user, password, context) -> {
          if (!user.equals(USER) || !password.equals(PASSWORD)) {
            throw new LoginFailedException();
          }
        });
  }

  private MessageHandler handler(MessageContext context) {
    return new MessageHandler() {
      @Override
      public void from(String from) {}

      @Override
      public void recipient(String recipient) throws RejectException {
        if (recipient.startsWith(NOBODY)) {
          throw new RejectException(550, "No such user here");
        }
        if (recipient.startsWith(BUSY)) {
          throw new RejectException(450, "Mailbox busy");
        }
      }

      @Override
      public String data(InputStream data) throws IOException {
        try {
          received.add(new MimeMessage(Session.getInstance(new Properties()), data));
          return null;
        } catch (MessagingException e) {
          throw new IOException(e);
        }
      }

      @Override
      public void done() {}
    };
  }

  /** Where it listens. */
  public int port() {
    return server.getPortAllocated();
  }

  /** What it was given. */
  public List<MimeMessage> received() {
    return received;
  }

  @Override
  public void close() {
    server.stop();
  }

  /** A certificate for a name, and who believes in it. */
  public record Identity(SSLContext forServer, SSLSocketFactory forClients) {
    /** Makes a certificate in a folder. */
    public static Identity of(String host, Path folder) {
      Path file = folder.resolve(host + ".p12");
      try {
        make(host, file);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
          keys.load(in, KEY_PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
        own.init(keys, KEY_PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(believing(keys.getCertificate("mail")));
        SSLContext server = SSLContext.getInstance("TLS");
        server.init(own.getKeyManagers(), null, null);
        SSLContext client = SSLContext.getInstance("TLS");
        client.init(null, trust.getTrustManagers(), null);
        return new Identity(server, client.getSocketFactory());
      } catch (GeneralSecurityException | IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    private static KeyStore believing(Certificate certificate)
        throws GeneralSecurityException, IOException {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, KEY_PASSWORD);
      store.setCertificateEntry("trusted", certificate);
      return store;
    }

    private static void make(String host, Path file) throws IOException, InterruptedException {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-alias",
                  "mail",
                  "-keyalg",
                  "EC",
                  "-dname",
                  "CN=" + host,
                  "-ext",
                  "bc:c",
                  "-ext",
                  "san=dns:" + host,
                  "-validity",
                  "30",
                  "-storetype",
                  "PKCS12",
                  "-storepass",
                  new String(KEY_PASSWORD),
                  "-keystore",
                  file.toString())
              .inheritIO()
              .start();
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("keytool made no certificate");
      }
    }
  }
}
