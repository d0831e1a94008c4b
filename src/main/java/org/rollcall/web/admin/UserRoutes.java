package org.rollcall.web.admin;

import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.rollcall.access.Author;
import org.rollcall.access.BadUser;
import org.rollcall.access.Users;
import org.rollcall.store.account.Account;
import org.rollcall.web.kit.Exchange;
import org.rollcall.web.kit.Router;
import org.rollcall.web.kit.Routes;
import org.rollcall.web.kit.Site;

/** The users and their rights. */
final class UserRoutes implements Routes {
  private static final String USERS = AdminPages.ROOT + "/users";
  private static final String NAME = "name";
  private static final String USER = USERS + "/{name}";

  private final Site site;

  /** What the page shows once: a new password and whose it is, or what could not be done. */
  private record Notice(String account, String password, String problem) {
    static final Notice NONE = new Notice("", "", "");
  }

  UserRoutes(Site site) {
    this.site = site;
  }

  @Override
  public void addTo(Router router) {
    router
        .admins()
        .get(USERS, exchange -> show(exchange, Notice.NONE))
        .post(USERS, this::add)
        .post(USER + "/rights", this::change)
        .post(USER + "/password", this::resetPassword)
        .post(USER + "/logout", this::logOut)
        .post(USER + "/remove", this::remove);
  }

  private void show(Exchange exchange, Notice notice) {
    AdminPages.show(
        exchange,
        "users",
        Map.of(
            "accounts", users(exchange).all(),
            "classes", site.home().classNames(),
            "account", notice.account,
            "password", notice.password,
            "problem", notice.problem));
  }

  private Users users(Exchange exchange) {
    return users(exchange, any -> {});
  }

  private Users users(Exchange exchange, Consumer<Account> check) {
    Author author = new Author(exchange.principal().name(), exchange.origin());
    return new Users(site.store(), author, check);
  }

  private void add(Exchange exchange) {
    String name = exchange.field(NAME);
    givePassword(
        exchange,
        name,
        users ->
            users.add(
                name,
                new UserForm(exchange).role(),
                exchange.fields("class"),
                site.home().classNames()));
  }

  private void resetPassword(Exchange exchange) {
    String name = exchange.parameter(NAME);
    givePassword(exchange, name, users -> users.resetPassword(name));
  }

  /** The password is in the reply itself and nowhere else. */
  private void givePassword(Exchange exchange, String name, Function<Users, String> work) {
    attempt(
        exchange,
        () -> {
          String password = work.apply(users(exchange, new UserForm(exchange)::requireReset));
          show(exchange, new Notice(Account.key(name), password, ""));
        });
  }

  private void change(Exchange exchange) {
    List<String> known = site.home().classNames();
    UserForm form = new UserForm(exchange);
    apply(
        exchange,
        form::requireChange,
        users ->
            users.change(exchange.parameter(NAME), form.role(), exchange.fields("class"), known));
  }

  private void logOut(Exchange exchange) {
    apply(exchange, any -> {}, users -> users.logOut(exchange.parameter(NAME)));
  }

  private void remove(Exchange exchange) {
    apply(
        exchange,
        new UserForm(exchange)::requireRemoval,
        users -> users.remove(exchange.parameter(NAME)));
  }

  private void apply(Exchange exchange, Consumer<Account> check, Consumer<Users> work) {
    attempt(
        exchange,
        () -> {
          work.accept(users(exchange, check));
          exchange.seeOther(USERS);
        });
  }

  private void attempt(Exchange exchange, Runnable work) {
    try {
      work.run();
    } catch (BadUser e) {
      String problem = exchange.words().text("users.problem." + e.why(), e.about());
      exchange.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(exchange, new Notice("", "", problem));
    }
  }
}
