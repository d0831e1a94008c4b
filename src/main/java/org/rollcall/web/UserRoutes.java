package org.rollcall.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.rollcall.access.BadUser;
import org.rollcall.access.Principal;
import org.rollcall.access.Users;
import org.rollcall.store.Account;
import org.rollcall.store.Account.Role;

/** Who may log in. */
final class UserRoutes implements Routes {
  private static final String PATH = Admin.ROOT + "/users";
  private static final String NAME = "name";
  private static final String USER_PATH = PATH + "/{name}";

  private final Admin admin;
  private final Door door;

  /** What is told once: a password, or what could not be done. */
  private record Told(String account, String password, String problem) {
    static final Told NOTHING = new Told("", "", "");
  }

  UserRoutes(Admin admin, Door door) {
    this.admin = admin;
    this.door = door;
  }

  @Override
  public void addTo(RoutesConfig server) {
    door.get(server, PATH, (context, visitor) -> show(context, visitor, Told.NOTHING));
    door.post(server, PATH, this::add);
    door.post(server, USER_PATH + "/rights", this::change);
    door.post(server, USER_PATH + "/password", this::resetPassword);
    door.post(server, USER_PATH + "/logout", this::logOut);
    door.post(server, USER_PATH + "/remove", this::remove);
  }

  private void show(Context context, Principal visitor, Told told) {
    List<Account> accounts = new Users(admin.store().get(), Admin.author(context, visitor)).all();
    Map<String, Object> content = new HashMap<>();
    content.put("accounts", accounts);
    content.put("classes", admin.home().classNames());
    content.put("account", told.account);
    content.put("password", told.password);
    content.put("problem", told.problem);
    admin.show(context, visitor, "users", content);
  }

  private void add(Context context, Principal visitor) {
    String name = Admin.form(context, NAME);
    withPassword(
        context,
        visitor,
        name,
        users -> users.add(name, role(context), classes(context), admin.home().classNames()));
  }

  private void resetPassword(Context context, Principal visitor) {
    String name = context.pathParam(NAME);
    withPassword(context, visitor, name, users -> users.resetPassword(name));
  }

  /** The page with the password is the answer: nothing keeps it. */
  private void withPassword(
      Context context, Principal visitor, String name, Function<Users, String> work) {
    work(context, visitor, work)
        .ifPresent(password -> show(context, visitor, new Told(Account.key(name), password, "")));
  }

  private void change(Context context, Principal visitor) {
    withoutPassword(
        context,
        visitor,
        (users, name) ->
            users.change(name, role(context), classes(context), admin.home().classNames()));
  }

  private void logOut(Context context, Principal visitor) {
    withoutPassword(context, visitor, Users::logOut);
  }

  private void remove(Context context, Principal visitor) {
    withoutPassword(context, visitor, Users::remove);
  }

  /** Does something with the account that an address names. */
  private interface Change {
    void make(Users users, String name);
  }

  private void withoutPassword(Context context, Principal visitor, Change change) {
    Optional<String> done =
        work(
            context,
            visitor,
            users -> {
              change.make(users, context.pathParam(NAME));
              return PATH;
            });
    done.ifPresent(path -> context.redirect(path, HttpStatus.SEE_OTHER));
  }

  private Optional<String> work(Context context, Principal visitor, Function<Users, String> work) {
    try {
      return Optional.of(
          work.apply(new Users(admin.store().get(), Admin.author(context, visitor))));
    } catch (BadUser e) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      String problem = Words.of(context).text("users.problem." + e.why(), e.about());
      show(context, visitor, new Told("", "", problem));
      return Optional.empty();
    }
  }

  private static Role role(Context context) {
    String typed = Admin.form(context, "role");
    return Arrays.stream(Role.values())
        .filter(role -> role.name().equals(typed))
        .findFirst()
        .orElse(Role.VIEWER);
  }

  private static List<String> classes(Context context) {
    return context.formParams("class");
  }
}
