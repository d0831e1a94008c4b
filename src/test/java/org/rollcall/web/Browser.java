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
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser that requests pages, sends forms and keeps cookies; without scripts. */
public final class Browser {
  private static final Pattern FORM_TOKEN =
      Pattern.compile("name=\"formToken\" value=\"([^\"]+)\"");

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

  /** Sends a form of a page that this browser may see. */
  public HttpResponse<String> send(String page, String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    Map<String, String> form = new LinkedHashMap<>(fields);
    form.put("formToken", formToken(page));
    return post(path, form);
  }

  /** Sends a form with a file. */
  public HttpResponse<String> upload(String page, String path, FormFile file)
      throws IOException, InterruptedException {
    return upload(page, path, Map.of(), file);
  }

  /** Sends a form with fields and a file. */
  public HttpResponse<String> upload(
      String page, String path, Map<String, String> fields, FormFile file)
      throws IOException, InterruptedException {
    HttpRequest request =
        request(path + "?formToken=" + formToken(page))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(multipart(fields, file)))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private static byte[] multipart(Map<String, String> fields, FormFile file) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fields.forEach(
        (name, value) ->
            write(
                body,
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(BOUNDARY, name, value)));
    write(
        body,
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
            .formatted(BOUNDARY, file.field, file.name));
    write(body, "Content-Type: application/octet-stream\r\n\r\n");
    body.writeBytes(file.content);
    write(body, "\r\n--%s--\r\n".formatted(BOUNDARY));
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
