package org.rollcall.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.store.account.Account.Role;
import org.rollcall.testing.TakesLong;
import org.rollcall.web.Browser;

/** Requests that are larger than what their address takes, with and without saying so. */
@TakesLong
class LargeAttackTest extends Attack {
  private static final int ROUNDS = Chaos.amount(1, 10);
  private static final long MEGABYTE = 1L << 20;
  private static final byte[] PIECE = "x".repeat(64 << 10).getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CHUNK =
      ("10000\r\n" + "x".repeat(1 << 16) + "\r\n").getBytes(StandardCharsets.US_ASCII);

  private static final String FILE =
      "--b\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"a.mp4\"\r\n\r\n";

  @ParameterizedTest
  @ValueSource(strings = {"/login", "/logout", "/password", "/classes/7A/attendance", "/nothing"})
  void multipart_ofNobody_isNotRead(String path) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String answer =
          school.flood(
              Besieged.post(
                      path,
                      "Content-Type: multipart/form-data; boundary=b",
                      "Content-Length: 629145600")
                  + FILE.formatted("recording"),
              PIECE,
              600 * MEGABYTE);

      assertThat(answer).doesNotContain(" 200 ");
      assertThat(school.temporary()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/login", "/logout", "/password", "/classes", "/nothing"})
  void form_ofNobody_isNotReadToItsEnd(String path) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String type = "Content-Type: application/x-www-form-urlencoded";
      String said =
          school.flood(
              Besieged.post(path, type, "Content-Length: 629145600"), PIECE, 600 * MEGABYTE);
      String chunked =
          school.flood(
              Besieged.post(path, type, "Transfer-Encoding: chunked"), CHUNK, 600 * MEGABYTE);

      assertThat(said + chunked).doesNotContain(" 200 ");
    }
  }

  @Test
  void login_longNames_areNotKept() throws Exception {
    Browser attacker = school.site().browser();
    for (int i = 0; i < Chaos.amount(117, 1000); i++) {
      String body = "name=" + "x".repeat(1_950_000) + "&password=" + i;

      assertThat(
              school.flood(
                  Besieged.post(
                      "/login",
                      "Content-Type: application/x-www-form-urlencoded",
                      "Content-Length: " + body.length()),
                  body.getBytes(StandardCharsets.US_ASCII),
                  body.length()))
          .isIn("", "HTTP/1.1 413 Payload Too Large", "HTTP/1.1 413 Content Too Large");
    }
    assertThat(attacker.get("/login").statusCode()).isEqualTo(200);
  }

  /** Within the limit of the form, but longer than any name. */
  @Test
  void login_namesThatNobodyHas_areNotKept() throws Exception {
    Browser attacker = school.site().browser();
    for (int i = 0; i < Chaos.amount(200, 5000); i++) {
      assertThat(
              attacker
                  .post("/login", Map.of("name", "x".repeat(3000) + i, "password", "guess"))
                  .statusCode())
          .isEqualTo(401);
    }
    assertThat(school.site().store().auditLog().count()).isLessThan(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/logout", "/classes", "/classes/7A/enrolment/students/S1001/glance"})
  void form_ofAnAdmin_isNotReadToItsEnd(String path) throws Exception {
    Browser admin = school.site().browserOf("head");
    String answer =
        school.flood(
            Besieged.post(
                path,
                "Cookie: " + admin.cookies(),
                "X-Form-Token: " + admin.formToken("/password"),
                "Content-Type: application/x-www-form-urlencoded",
                "Transfer-Encoding: chunked"),
            CHUNK,
            40 * MEGABYTE);

    assertThat(answer).isIn("", "HTTP/1.1 413 Payload Too Large", "HTTP/1.1 413 Content Too Large");
  }

  @Test
  void roster_largerThanAny_isNotReadToItsEnd() throws Exception {
    String answer = upload("head", "/classes/7A/enrolment/roster", "roster", "");

    assertThat(answer).isIn("", "HTTP/1.1 413 Payload Too Large", "HTTP/1.1 413 Content Too Large");
  }

  @Test
  void recording_ofAViewer_isNotRead() throws Exception {
    school.site().add("alder", Role.VIEWER, "7A");
    String answer = upload("alder", "/classes/7A/attendance", "recording", "");
    school.site().store().accounts().remove("alder");

    assertThat(answer).isIn("", "HTTP/1.1 404 Not Found");
  }

  @Test
  void recording_withAForeignToken_isNotRead() throws Exception {
    String answer = upload("birch", "/classes/7A/attendance", "recording", "x");

    assertThat(answer).isIn("", "HTTP/1.1 403 Forbidden");
  }

  private String upload(String user, String path, String field, String wrong) throws Exception {
    Browser browser = school.site().browserOf(user);
    byte[] head = FILE.formatted(field).getBytes(StandardCharsets.US_ASCII);
    return school.flood(
        Besieged.post(
                path,
                "Cookie: " + browser.cookies(),
                "X-Form-Token: " + browser.formToken("/password") + wrong,
                "Content-Type: multipart/form-data; boundary=b",
                "Transfer-Encoding: chunked")
            + "%x\r\n%s\r\n".formatted(head.length, new String(head, StandardCharsets.US_ASCII)),
        CHUNK,
        150 * MEGABYTE);
  }
}
