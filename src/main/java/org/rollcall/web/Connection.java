package org.rollcall.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import kotlin.jvm.functions.Function1;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.rollcall.school.Home;
import org.rollcall.settings.WebCertificate;
import org.rollcall.settings.WebSettings;

/**
 * How browsers reach the pages: encrypted or not, directly or through a reverse proxy.
 *
 * @param settings where the pages are
 * @param certificate what encrypts them; empty for http
 */
record Connection(WebSettings settings, Optional<WebCertificate> certificate) {
  private static final String FORWARDED_FOR = "X-Forwarded-For";
  private static final String FORWARDED_PROTO = "X-Forwarded-Proto";

  static Connection of(Home home, WebSettings settings, Clock clock) {
    Optional<WebCertificate> certificate =
        settings.keyStore().map(file -> WebCertificate.read(home, settings, System.getenv()));
    certificate.ifPresent(known -> known.requireValid(clock.instant()));
    return new Connection(settings, certificate);
  }

  void configure(JavalinConfig config) {
    certificate.ifPresent(
        known -> config.jetty.addConnector((server, http) -> secure(server, http, known)));
    settings.publicAddress().ifPresent(address -> trustProxy(config, address));
  }

  /** {@return the address to type into a browser} */
  String address() {
    String host = settings.address().contains(":") ? "[%s]" : "%s";
    String scheme = certificate.isPresent() ? "https://" : "http://";
    return settings
        .publicAddress()
        .map(URI::toString)
        .orElse((scheme + host + ":%d").formatted(settings.address(), settings.port()));
  }

  private Connector secure(Server server, HttpConfiguration http, WebCertificate known) {
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStore(known.keyStore());
    tls.setKeyStorePassword(known.password());
    tls.setIncludeProtocols("TLSv1.2", "TLSv1.3");
    HttpConfiguration https = new HttpConfiguration(http);
    // Users may type the network address instead of the name.
    https.addCustomizer(new SecureRequestCustomizer(false));
    ServerConnector connector =
        new ServerConnector(
            server, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(https));
    connector.setHost(settings.address());
    connector.setPort(settings.port());
    return connector;
  }

  private static void trustProxy(JavalinConfig config, URI address) {
    Function1<? super Context, String> direct = config.contextResolver.ip;
    config.contextResolver.ip =
        context -> last(context, FORWARDED_FOR).orElseGet(() -> direct.invoke(context));
    config.contextResolver.scheme =
        context ->
            last(context, FORWARDED_PROTO)
                .filter(text -> text.equals("http") || text.equals("https"))
                .orElseGet(address::getScheme);
  }

  /** The entry of the nearest proxy: those before it may be forged. */
  private static Optional<String> last(Context context, String header) {
    return Optional.ofNullable(context.header(header))
        .map(value -> value.substring(value.lastIndexOf(',') + 1).strip())
        .filter(value -> !value.isEmpty());
  }
}
