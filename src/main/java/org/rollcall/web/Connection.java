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
  static Connection of(Home home, WebSettings settings, Clock clock) {
    Optional<WebCertificate> certificate =
        settings.keyStore().map(file -> WebCertificate.read(home, settings, System.getenv()));
    certificate.ifPresent(known -> known.requireValid(clock.instant()));
    return new Connection(settings, certificate);
  }

  void configure(JavalinConfig config) {
    certificate.ifPresent(
        known -> config.jetty.addConnector((server, http) -> secure(server, http, known)));
    TrustedProxies proxies = new TrustedProxies(settings);
    Function1<? super Context, String> ip = config.contextResolver.ip;
    Function1<? super Context, String> scheme = config.contextResolver.scheme;
    config.contextResolver.ip = context -> proxies.ip(context, ip);
    config.contextResolver.scheme = context -> proxies.scheme(context, scheme);
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
}
