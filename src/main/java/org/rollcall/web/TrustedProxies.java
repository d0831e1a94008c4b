package org.rollcall.web;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kotlin.jvm.functions.Function1;
import org.eclipse.jetty.util.InetAddressSet;
import org.rollcall.settings.WebSettings;

/**
 * The reverse proxies that are believed when they say whose request they pass on. From any other
 * peer, and of what such a proxy has itself been told, nothing is believed.
 */
final class TrustedProxies {
  private static final String FORWARDED_FOR = "X-Forwarded-For";
  private static final String FORWARDED_PROTO = "X-Forwarded-Proto";
  private static final Set<String> SCHEMES = Set.of("http", "https");

  /** Anything else would be looked up as the name of a host. */
  private static final Pattern LITERAL =
      Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private static final Pattern PORT_AFTER_IPV4 = Pattern.compile("(?<=^[0-9.]{7,15}):\\d+$");
  private static final Pattern BRACKETS = Pattern.compile("^\\[([^]]*)](?::\\d+)?$");

  private final InetAddressSet addresses = new InetAddressSet();
  private final Optional<String> usualScheme;

  TrustedProxies(WebSettings settings) {
    settings.trustedProxies().forEach(addresses::add);
    this.usualScheme = settings.publicAddress().map(URI::getScheme);
  }

  /**
   * The browser's address.
   *
   * @param direct gives the address of the peer
   */
  String ip(Context context, Function1<? super Context, String> direct) {
    return isFromProxy(context)
        ? last(context, FORWARDED_FOR)
            .flatMap(TrustedProxies::address)
            .map(InetAddress::getHostAddress)
            .orElseGet(() -> direct.invoke(context))
        : direct.invoke(context);
  }

  /**
   * Whether the browser sees http or https.
   *
   * @param direct gives what the peer uses
   */
  String scheme(Context context, Function1<? super Context, String> direct) {
    return isFromProxy(context)
        ? last(context, FORWARDED_PROTO)
            .filter(SCHEMES::contains)
            .or(() -> usualScheme)
            .orElseGet(() -> direct.invoke(context))
        : direct.invoke(context);
  }

  private boolean isFromProxy(Context context) {
    return address(context.req().getRemoteAddr()).filter(addresses).isPresent();
  }

  /**
   * The last value of the last line, which the nearest proxy has added: those before it may be
   * forged.
   */
  private static Optional<String> last(Context context, String header) {
    List<String> lines = Collections.list(context.req().getHeaders(header));
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(lines.get(lines.size() - 1))
            .map(line -> line.substring(line.lastIndexOf(',') + 1).strip());
  }

  private static Optional<InetAddress> address(String text) {
    String bare =
        PORT_AFTER_IPV4.matcher(BRACKETS.matcher(text).replaceFirst("$1")).replaceFirst("");
    try {
      return LITERAL.matcher(bare).matches()
          ? Optional.of(InetAddress.getByName(bare))
          : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
