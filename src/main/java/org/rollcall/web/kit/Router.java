package org.rollcall.web.kit;

import io.javalin.config.RoutesConfig;
import java.util.function.Predicate;
import org.rollcall.access.Principal;

/** Takes the addresses of a site, sorted by who may use them. */
public final class Router {
  private final RoutesConfig routes;
  private final Site site;

  Router(RoutesConfig routes, Site site) {
    this.routes = routes;
    this.site = site;
  }

  /** {@return the addresses for everybody, without a login} */
  public RouteGuard everybody() {
    return new RouteGuard(routes, site);
  }

  /**
   * The addresses for users.
   *
   * @return routes for everybody who is logged in; with {@code {class}} in their path, only for
   *     those who may see that class
   */
  public RouteGuard users() {
    return guarded(exchange -> true);
  }

  /**
   * The addresses for those who may correct the marks of a class.
   *
   * @return routes with {@code {class}} in their path, for teachers of that class and admins
   */
  public RouteGuard correctors() {
    return guarded(exchange -> exchange.principal().mayCorrect(exchange.className()));
  }

  /** {@return the addresses for those who may edit rosters and photos} */
  public RouteGuard enrollers() {
    return of(Principal::mayEnrol);
  }

  /** {@return the addresses for admins} */
  public RouteGuard admins() {
    return of(Principal::isAdmin);
  }

  private RouteGuard of(Predicate<Principal> admitted) {
    return guarded(exchange -> admitted.test(exchange.principal()));
  }

  private RouteGuard guarded(Predicate<Exchange> admitted) {
    return new RouteGuard(routes, site, admitted);
  }

  /** {@return what the routes of the kit itself are added to} */
  RoutesConfig routes() {
    return routes;
  }
}
