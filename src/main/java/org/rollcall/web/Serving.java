package org.rollcall.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.net.URI;
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
import org.rollcall.config.WebCertificate;
import org.rollcall.config.WebSettings;

/**
 * How pages get to browsers: encrypted or not, directly or passed on by another server.
 *
 * @param settings where
 * @param certificate what encrypts; empty for http
 */
record Serving(WebSettings settings, Optional<WebCertificate> certificate) {
  private static final String FORWARDED_FOR = "X-Forwarded-For";
  private static final String FORWARDED_PROTO = "X-Forwarded-Proto";

  void configure(JavalinConfig config) {
    certificate.ifPresent(
        known -> config.jetty.addConnector((server, http) -> secure(server, http, known)));
    settings.publicAddress().ifPresent(address -> believeForwarded(config, address));
  }

  /** {@return where the pages are, as it is typed into a browser} */
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
    // Somebody may use the network address instead of the name.
    https.addCustomizer(new SecureRequestCustomizer(false));
    ServerConnector connector =
        new ServerConnector(
            server, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(https));
    connector.setHost(settings.address());
    connector.setPort(settings.port());
    return connector;
  }

  private static void believeForwarded(JavalinConfig config, URI address) {
    Function1<? super Context, String> direct = config.contextResolver.ip;
    config.contextResolver.ip =
        context -> last(context, FORWARDED_FOR).orElseGet(() -> direct.invoke(context));
    config.contextResolver.scheme =
        context ->
            last(context, FORWARDED_PROTO)
                .filter(text -> text.equals("http") || text.equals("https"))
                .orElseGet(address::getScheme);
  }

  /** What the nearest server has said: all before it comes from somebody else. */
  private static Optional<String> last(Context context, String header) {
    return Optional.ofNullable(context.header(header))
        .map(value -> value.substring(value.lastIndexOf(',') + 1).strip())
        .filter(value -> !value.isEmpty());
  }
}
