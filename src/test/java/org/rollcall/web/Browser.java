package org.rollcall.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser that requests pages, sends forms and keeps cookies; without scripts. */
public final class Browser {
  private static final Pattern FORM_TOKEN =
      Pattern.compile("name=\"formToken\" value=\"([^\"]+)\"");

  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  private static final String BOUNDARY = "----test";

  /** A file that a form sends along. */
  public static final class FormFile {
    private final String field;
    private final String name;
    private final byte[] content;

    /**
     * Names the file.
     *
     * @param field name of the form's field
     * @param name what the sender calls the file
     * @param content its bytes, not copied
     */
    public FormFile(String field, String name, byte[] content) {
      this.field = field;
      this.name = name;
      this.content = content;
    }
  }

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String server;
  private final String language;

  /**
   * Opens a browser.
   *
   * @param server address of the server
   * @param language the language that it asks for
   */
  public Browser(String server, String language) {
    this.server = server;
    this.language = language;
  }

  /** Logs a user in. */
  public Browser loggedIn(String name, String password) throws IOException, InterruptedException {
    assertThat(post("/login", Map.of("name", name, "password", password)).statusCode())
        .isEqualTo(303);
    return this;
  }

  /** {@return the cookies that it has been given, as a request carries them} */
  public String cookies() {
    return cookies.getCookieStore().getCookies().stream()
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  /** {@return what sends the requests} */
  public HttpClient client() {
    return client;
  }

  /** {@return the page at an address} */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), BodyHandlers.ofString());
  }

  /** {@return the file at an address} */
  public HttpResponse<byte[]> load(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), BodyHandlers.ofByteArray());
  }

  /** Sends a form as it is. */
  public HttpResponse<String> post(String path, Map<String, String> form)
      throws IOException, InterruptedException {
    String body =
        form.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return client.send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  /** Sends a form of a page that this browser may see, with all that is hidden in it. */
  public HttpResponse<String> send(String page, String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    Map<String, String> form = new LinkedHashMap<>(opened(page, path, fields));
    form.put("formToken", formToken(page));
    return post(path, form);
  }

  /**
   * Opens a form of a page and fills it in, to be sent with {@link #post} later.
   *
   * @param page the page
   * @param path where the form is sent
   * @param fields what is filled in; also tells one of several forms by what is hidden in it
   * @return all fields; only those filled in if the page has no such form
   */
  public Map<String, String> opened(String page, String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    String html = get(page).body();
    Map<String, String> form = new LinkedHashMap<>();
    for (String part : html.split("<form ", -1)) {
      Map<String, String> hidden = hidden(part.replaceFirst("(?s)</form>.*", ""));
      boolean fits = hidden.entrySet().stream().allMatch(e -> fits(e, fields));
      if (part.contains("action=\"" + path + "\"") && fits) {
        form.putAll(hidden);
      }
    }
    form.putAll(fields);
    return form;
  }

  /** {@return the form of a page that shows two versions, with which one's own is kept} */
  public static Map<String, String> choice(String page) {
    String form = page.substring(page.lastIndexOf("<form "));
    return hidden(form);
  }

  /** {@return what is hidden in the form of a page that is sent to an address} */
  public static Map<String, String> hidden(String page, String path) {
    String form = page.substring(page.indexOf("action=\"" + path + "\""));
    return hidden(form.substring(0, form.indexOf("</form>")));
  }

  private static boolean fits(Map.Entry<String, String> hidden, Map<String, String> fields) {
    return fields.getOrDefault(hidden.getKey(), hidden.getValue()).equals(hidden.getValue());
  }

  private static Map<String, String> hidden(String form) {
    Map<String, String> fields = new LinkedHashMap<>();
    HIDDEN.matcher(form).results().forEach(input -> fields.put(input.group(1), plain(input)));
    return fields;
  }

  private static String plain(MatchResult input) {
    return input
        .group(2)
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&amp;", "&");
  }

  /** Sends a form with a file. */
  public HttpResponse<String> upload(String page, String path, FormFile file)
      throws IOException, InterruptedException {
    return upload(page, path, Map.of(), file);
  }

  /** Sends a form with several files. */
  public HttpResponse<String> upload(String page, String path, List<FormFile> files)
      throws IOException, InterruptedException {
    return upload(page, path, Map.of(), files);
  }

  /** Sends a form with fields and a file. */
  public HttpResponse<String> upload(
      String page, String path, Map<String, String> fields, FormFile file)
      throws IOException, InterruptedException {
    return upload(page, path, fields, List.of(file));
  }

  private HttpResponse<String> upload(
      String page, String path, Map<String, String> fields, List<FormFile> files)
      throws IOException, InterruptedException {
    HttpRequest request =
        request(path + "?formToken=" + formToken(page))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(multipart(fields, files)))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private static byte[] multipart(Map<String, String> fields, List<FormFile> files) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fields.forEach(
        (name, value) ->
            write(
                body,
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(BOUNDARY, name, value)));
    for (FormFile file : files) {
      write(
          body,
          "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
              .formatted(BOUNDARY, file.field, file.name));
      write(body, "Content-Type: application/octet-stream\r\n\r\n");
      body.writeBytes(file.content);
      write(body, "\r\n");
    }
    write(body, "--%s--\r\n".formatted(BOUNDARY));
    return body.toByteArray();
  }

  private static void write(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends bytes as a script does. */
  public HttpResponse<String> sendBytes(String page, String path, byte[] content)
      throws IOException, InterruptedException {
    HttpRequest request =
        request(path)
            .header("X-Form-Token", formToken(page))
            .POST(BodyPublishers.ofByteArray(content))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  /** {@return the token in the forms of a page} */
  public String formToken(String path) throws IOException, InterruptedException {
    Matcher matcher = FORM_TOKEN.matcher(get(path).body());
    assertThat(matcher.find()).as(path + " has a form").isTrue();
    return matcher.group(1);
  }

  /** Starts a request of another kind, to be sent by the {@link #client()}. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server + path)).header("Accept-Language", language);
  }
}
