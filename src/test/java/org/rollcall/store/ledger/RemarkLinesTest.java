package org.rollcall.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Message;
import org.rollcall.model.Outcome;
import org.rollcall.model.Reason;
import org.rollcall.store.db.MessageJson;

class RemarkLinesTest {
  @Test
  void read_afterWrite_canBeWordedInAnyLanguage() {
    List<Message> remarks =
        List.of(
            Message.of(Reason.LENGTH_UNLIKE_NAME, "5:00 min", "45:00 min"),
            Message.english("Said by an earlier version."));

    List<Message> read = RemarkLines.read(RemarkLines.write(remarks));

    assertThat(read).isEqualTo(remarks);
    assertThat(read.get(0).text(Locale.GERMAN)).contains("Ein Teil könnte fehlen");
  }

  @Test
  void read_linesOfEarlierVersions_areEnglish() {
    assertThat(RemarkLines.read("One remark.\nAnother one."))
        .containsExactly(Message.english("One remark."), Message.english("Another one."));
    assertThat(RemarkLines.read("")).isEmpty();
  }

  /** What the ledger keeps of a lesson that was processed in part. */
  @Test
  void summary_severalReasons_areWordedInOneLanguage() {
    Message summary =
        Outcome.partial(
                List.of(
                    Message.of(Reason.NO_PICTURE, "0:10", "0:20"),
                    Message.of(Reason.CLOCK_JUMPS, "0:30"),
                    Message.of(Reason.STOPPED_BEFORE)))
            .summary()
            .orElseThrow();

    Message kept = MessageJson.read(MessageJson.write(summary));

    assertThat(kept.toString())
        .isEqualTo(
            Message.joined(
                List.of(
                    Message.of(Reason.NO_PICTURE, "0:10", "0:20"),
                    Message.of(Reason.CLOCK_JUMPS, "0:30"),
                    Message.of(Reason.STOPPED_BEFORE))));
    assertThat(kept.text(Locale.GERMAN))
        .doesNotContain("There is no", "Rollcall was stopped")
        .isNotEqualTo(kept.toString());
  }
}
