package org.rollcall.desk;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rollcall.model.Consent;
import org.rollcall.model.Roster;
import org.rollcall.model.Student;

/**
 * A change of a roster.
 *
 * @param before the roster before it
 * @param after the roster after it
 */
public record RosterEdit(Roster before, Roster after) {
  /**
   * A student whose consent is another one than before.
   *
   * @param id id of the student
   * @param before what the roster said before; empty if the student was not on it
   * @param after what it says now; empty if the student is no longer on it
   */
  public record ConsentChange(String id, Optional<Consent> before, Optional<Consent> after) {
    /** {@return whether a refusal is no longer recorded} */
    public boolean isLostRefusal() {
      return before.filter(Consent.REFUSED::equals).isPresent();
    }

    private boolean isNone() {
      return before.orElse(Consent.NOT_STATED) == after.orElse(Consent.NOT_STATED);
    }

    @Override
    public String toString() {
      String old = before.map(Consent::name).orElse("-");
      return "%s %s -> %s".formatted(id, old, after.map(Consent::name).orElse("-"));
    }
  }

  /** {@return whether nothing is different} */
  public boolean isNone() {
    return before.equals(after);
  }

  /** {@return whose consent changes, in the order of the earlier roster, then of the later one} */
  public List<ConsentChange> consentChanges() {
    Map<String, Consent> old = consents(before);
    Map<String, Consent> fresh = consents(after);
    Set<String> ids = new LinkedHashSet<>(old.keySet());
    ids.addAll(fresh.keySet());
    return ids.stream()
        .map(
            id ->
                new ConsentChange(
                    id, Optional.ofNullable(old.get(id)), Optional.ofNullable(fresh.get(id))))
        .filter(change -> !change.isNone())
        .toList();
  }

  /** {@return the students whose refusal would no longer be recorded} */
  public List<Student> lostRefusals() {
    List<String> ids =
        consentChanges().stream()
            .filter(ConsentChange::isLostRefusal)
            .map(ConsentChange::id)
            .toList();
    return before.students().stream().filter(student -> ids.contains(student.id())).toList();
  }

  private static Map<String, Consent> consents(Roster roster) {
    Map<String, Consent> consents = new LinkedHashMap<>();
    roster.students().forEach(student -> consents.put(student.id(), student.consent()));
    return consents;
  }
}
