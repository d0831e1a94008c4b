package org.rollcall.web.kit;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.access.Principal;
import org.rollcall.access.Visitor;
import org.rollcall.model.LessonKey;
import org.rollcall.model.RollcallException;
import org.rollcall.model.picture.Jpeg;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request, and the reply to it. Parameters that a request lacks are empty, never null.
 *
 * <p>For the thread that handles the request.
 */
public final class Exchange {
  private static final String CLASS = "class";
  private static final String CACHE_CONTROL = "Cache-Control";
  private static final String NO_STORE = "no-store";
  private static final Pattern OWN_PAGE =
      Pattern.compile("https?://([^/]+)(/[^/\\\\\\p{Cntrl}].*)");
  private static final JsonMapper JSON = new JsonMapper();

  private final Context context;
  private final Optional<Principal> principal;
  private final Pages pages;
  private final Words words;
  private byte[] body = new byte[0];
  private FormFields form = FormFields.EMPTY;

  /** Creates an exchange with somebody unknown. */
  Exchange(Context context, Pages pages) {
    this.context = context;
    this.principal = Optional.empty();
    this.pages = pages;
    this.words = Words.of(context);
  }

  /** Creates an exchange with a user who is logged in. */
  Exchange(Context context, Principal principal, Pages pages) {
    this.context = context;
    this.principal = Optional.of(principal);
    this.pages = pages;
    this.words = Words.of(context);
  }

  boolean isLoggedIn() {
    return principal.isPresent();
  }

  boolean isPost() {
    return context.method().equals(HandlerType.POST);
  }

  String path() {
    return context.path();
  }

  /** {@return the class in the path; empty if the path has none} */
  Optional<String> namedClass() {
    return Optional.ofNullable(context.pathParamMap().get(CLASS));
  }

  Context context() {
    return context;
  }

  /** Takes the body, now that it is known whose it is. */
  void receive(byte[] received) {
    body = received.clone();
    form = SmallBody.isForm(context) ? FormFields.parse(body) : FormFields.EMPTY;
  }

  /** Takes what was typed into a form with files. */
  void receive(FormFields received) {
    form = received;
  }

  /**
   * The user.
   *
   * @return who is logged in
   * @throws java.util.NoSuchElementException if the address is for everybody and nobody is
   */
  public Principal principal() {
    return principal.orElseThrow();
  }

  /** {@return the browser} */
  Visitor visitor() {
    return LoginCookie.visitor(context);
  }

  /** {@return the words in the user's language} */
  public Words words() {
    return words;
  }

  /** {@return network address of the browser} */
  public String origin() {
    return context.ip();
  }

  /** {@return the class in the path} */
  public String className() {
    return parameter(CLASS);
  }

  /** {@return the id of the student in the path} */
  public String student() {
    return parameter("student");
  }

  /**
   * The lesson in the path.
   *
   * @return its key; such a lesson need not exist
   * @throws PageProblem if the path cannot be that of a lesson
   */
  public LessonKey lesson() {
    return Addresses.lesson(className(), parameter("lesson")).orElseThrow(PageProblem::missing);
  }

  /**
   * A parameter of the path.
   *
   * @param name its name in the braces
   * @return the decoded value
   */
  public String parameter(String name) {
    return context.pathParam(name);
  }

  /**
   * A parameter of the query.
   *
   * @param name its name
   * @return the value without blanks around it; empty if there is none
   */
  public String query(String name) {
    return stripped(context.queryParam(name));
  }

  /**
   * Whether the query has a parameter.
   *
   * @param name its name
   * @return true if it is there, with or without a value
   */
  public boolean asks(String name) {
    return context.queryParam(name) != null;
  }

  /**
   * A field of the form that was sent.
   *
   * @param name its name
   * @return the value without blanks around it, letters with their accents in one; empty if there
   *     is none
   */
  public String field(String name) {
    return Normalizer.normalize(rawField(name).strip(), Normalizer.Form.NFC);
  }

  /**
   * A field of the form that is taken as it is, such as a password.
   *
   * @param name its name
   * @return the value with all its blanks; empty if there is none
   */
  public String rawField(String name) {
    return form.first(name).orElse("");
  }

  /**
   * A field that may occur several times in the form that was sent.
   *
   * @param name its name
   * @return all its values
   */
  public List<String> fields(String name) {
    return form.all(name);
  }

  /** {@return the {@link FormVersion} from which the form was made; empty if it says none} */
  public String seen() {
    return rawField(FormVersion.FIELD);
  }

  /**
   * A header of the request.
   *
   * @param name its name
   * @return the value; empty if there is none
   */
  public String header(String name) {
    return stripped(context.header(name));
  }

  /** {@return the body that a script has sent} */
  public byte[] body() {
    return body.clone();
  }

  private static String stripped(String value) {
    return Optional.ofNullable(value).orElse("").strip();
  }

  /**
   * Sets the status of the reply, which is 200 otherwise.
   *
   * @param status the status
   * @return the same exchange
   */
  public Exchange status(HttpStatus status) {
    context.status(status);
    return this;
  }

  /**
   * Replies with a page.
   *
   * @param template path of the template, without suffix
   * @param title of the page, in words
   * @param content what the template needs besides the frame, by name
   */
  public void show(String template, String title, Map<String, Object> content) {
    Map<String, Object> all = new HashMap<>(content);
    all.put("frame", frame(title));
    context.header(CACHE_CONTROL, NO_STORE);
    send("text/html; charset=utf-8", pages.render(template, all));
  }

  /**
   * The frame of a page to the user.
   *
   * @param title of the page, in words
   * @return the frame, with the user's rights and language
   */
  public Frame frame(String title) {
    return new Frame(words, title, principal, pages.zone());
  }

  /**
   * Replies with a page that says what could not be done.
   *
   * @param status the status
   * @param problem what could not be done
   */
  public void showProblem(HttpStatus status, RollcallException problem) {
    showProblem(status, words.problem(problem));
  }

  void showProblem(HttpStatus status, String problem) {
    status(status)
        .show(
            "kit/problem",
            words.text("problem.title"),
            Map.of("message", problem, "form", isPost() ? referrer() : ""));
  }

  /** {@return path and query of the page of this site from which the request came; or nothing} */
  private String referrer() {
    Matcher page = OWN_PAGE.matcher(header("Referer"));
    return page.matches() && page.group(1).equals(header("Host")) ? page.group(2) : "";
  }

  /** Replies with both versions of what two users have changed, and lets this one choose. */
  void showConflict(Conflict conflict) {
    Map<String, List<String>> fields = new LinkedHashMap<>(form.fields());
    fields.keySet().removeAll(conflict.seen().keySet());
    fields.keySet().removeAll(List.of(RouteGuard.FORM_TOKEN, SentForms.FIELD));
    Map<String, Object> content =
        Map.of("conflict", conflict, "action", context.path(), "fields", fields);
    status(HttpStatus.CONFLICT).show("kit/conflict", words.text("conflict.title"), content);
  }

  /**
   * Sends the browser to another page, which it gets instead.
   *
   * @param address path and query of that page
   */
  public void seeOther(String address) {
    context.redirect(address, HttpStatus.SEE_OTHER);
  }

  /**
   * Replies with a file that the browser saves.
   *
   * @param name the name to propose; signs that some file systems refuse are replaced
   * @param mediaType its media type
   * @param content the bytes
   */
  public void download(String name, String mediaType, byte[] content) {
    context.header(CACHE_CONTROL, NO_STORE);
    context.header("Content-Disposition", disposition(name));
    send(mediaType, content);
  }

  /** The name in ASCII for old browsers, and in full for all others (RFC 6266). */
  private static String disposition(String name) {
    String safe = name.replaceAll("[^\\p{L}\\p{M}\\p{N}._-]", "_");
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s"
        .formatted(safe.replaceAll("[^A-Za-z0-9._-]", "_"), Addresses.encoded(safe));
  }

  /**
   * Replies with a picture, which no browser keeps: the next user of that machine must not see it.
   *
   * @param picture the picture
   */
  public void picture(Jpeg picture) {
    context.header(CACHE_CONTROL, NO_STORE);
    send("image/jpeg", picture.bytes());
  }

  /** Replies with a file that all users share and the browser may keep. */
  void asset(String mediaType, byte[] content) {
    context.header(CACHE_CONTROL, "public, max-age=3600");
    send(mediaType, content);
  }

  /**
   * Replies to a program or a script.
   *
   * @param value becomes JSON
   */
  public void json(Map<String, Object> value) {
    context.header(CACHE_CONTROL, NO_STORE);
    send("application/json", JSON.writeValueAsString(value) + "\n");
  }

  /**
   * Replies with bytes.
   *
   * @param mediaType their media type
   * @param content the bytes
   */
  public void send(String mediaType, byte[] content) {
    context.contentType(mediaType);
    context.result(content);
  }

  private void send(String mediaType, String content) {
    context.contentType(mediaType);
    context.result(content);
  }

  /**
   * Keeps the connection open, to tell the browser of events as they come.
   *
   * @param client takes what sends them
   */
  public void openEvents(Consumer<SseClient> client) {
    new SseHandler(client).handle(context);
  }
}
