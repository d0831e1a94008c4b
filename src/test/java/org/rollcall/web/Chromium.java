package org.rollcall.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A real browser, driven as a person would. A test that opens one is skipped where there is none.
 */
final class Chromium implements AutoCloseable {
  private static final List<String> PROGRAMS =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
  private static final Path SCREENSHOTS = Path.of("target/screenshots");
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final ChromeDriver driver;
  private final String base;

  private Chromium(ChromeDriver driver, String base) {
    this.driver = driver;
    this.base = base;
  }

  /**
   * Opens a browser.
   *
   * @param base address of the pages
   * @param camera what its camera sees, as JPEG pictures one after the other; empty for none
   */
  static Chromium open(String base, Optional<Path> camera) {
    Path program = program(PROGRAMS);
    Path chromedriver = program(List.of("chromedriver"));
    ChromeOptions options = new ChromeOptions();
    options.setBinary(program.toFile());
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=en");
    camera.ifPresent(
        film ->
            options.addArguments(
                "--use-fake-ui-for-media-stream",
                "--use-fake-device-for-media-stream",
                "--use-file-for-fake-video-capture=" + film.toAbsolutePath()));
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver.toFile())
            .usingAnyFreePort()
            .build();
    Chromium opened = new Chromium(new ChromeDriver(service, options), base);
    opened.width(1280);
    return opened;
  }

  private static Path program(List<String> names) {
    Optional<Path> found =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
            .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
            .filter(Files::isExecutable)
            .findFirst();
    if (found.isEmpty()) {
      System.err.printf(
          "SKIPPED: no %s here, so nobody looks at the pages in a browser; install the packages"
              + " chromium and chromium-driver%n",
          names.get(0));
    }
    assumeTrue(found.isPresent(), "no " + names.get(0));
    return found.get();
  }

  void width(int pixels) {
    driver.manage().window().setSize(new Dimension(pixels, 900));
  }

  /** Asks for all further pages in a language. */
  void language(String code) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand(
        "Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Accept-Language", code)));
  }

  void go(String path) {
    driver.get(base + path);
  }

  /** {@return the path of the page that is shown} */
  String path() {
    return driver.getCurrentUrl().substring(base.length());
  }

  String text() {
    return driver.findElement(By.tagName("body")).getText();
  }

  void type(String field, String text) {
    WebElement input = driver.findElement(By.name(field));
    input.clear();
    input.sendKeys(text);
  }

  /** Presses the button or follows the link that says so. */
  void press(String label) {
    String xpath =
        "//button[normalize-space()='%1$s'] | //a[normalize-space()='%1$s']".formatted(label);
    patient()
        .until(
            shown -> {
              WebElement element =
                  ExpectedConditions.elementToBeClickable(By.xpath(xpath)).apply(shown);
              if (element == null) {
                return false;
              }
              driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
              element.click();
              return true;
            });
  }

  WebElement find(String css) {
    return patient().until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(css)));
  }

  int count(String css) {
    return driver.findElements(By.cssSelector(css)).size();
  }

  void awaitCount(String css, int least) {
    patient().until(shown -> count(css) >= least);
  }

  void awaitText(String text) {
    patient().until(shown -> text().contains(text));
  }

  void awaitPath(String part) {
    patient().until(shown -> path().contains(part));
  }

  /** What was found may be gone with its page, or be replaced by a script. */
  private FluentWait<WebDriver> patient() {
    return new WebDriverWait(driver, PATIENCE).ignoring(StaleElementReferenceException.class);
  }

  /** {@return what axe finds wrong with the page that is shown, in words} */
  List<String> flaws() {
    return new AxeBuilder()
        .withTags(RULES).analyze(driver).getViolations().stream().map(Chromium::words).toList();
  }

  private static String words(Rule rule) {
    return "%s: %s at %s"
        .formatted(
            rule.getId(),
            rule.getHelp(),
            rule.getNodes().stream().map(node -> node.getTarget().toString()).toList());
  }

  /** {@return whether the page is wider than the window} */
  boolean overflows() {
    return (Boolean)
        driver.executeScript(
            "return document.documentElement.scrollWidth > document.documentElement.clientWidth");
  }

  /** {@return what the browser complains of, such as scripts that may not run} */
  List<String> complaints() {
    return driver.manage().logs().get("browser").getAll().stream()
        .map(entry -> entry.getMessage())
        .toList();
  }

  /** Leaves a picture of the page for somebody to look at. */
  void keepScreenshot(String name) throws IOException {
    Files.createDirectories(SCREENSHOTS);
    Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
