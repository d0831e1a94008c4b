package org.rollcall.enrol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.rollcall.face.FaceEngine;
import org.rollcall.identity.Duplicate;
import org.rollcall.identity.Identification;
import org.rollcall.identity.PersonCluster;
import org.rollcall.identity.Reidentified;
import org.rollcall.identity.Reidentifier;
import org.rollcall.identity.Template;
import org.rollcall.identity.cohort.Cohort;
import org.rollcall.model.Consent;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.Roster;
import org.rollcall.model.Student;
import org.rollcall.model.UnknownPerson;
import org.rollcall.model.picture.Embedding;
import org.rollcall.settings.UnknownSettings;
import org.rollcall.store.people.PackEdition;
import org.rollcall.store.people.UnknownPersons;
import org.rollcall.store.people.UnknownSighting;
import org.rollcall.store.people.UnknownTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Re-identifies unknown persons from lesson to lesson, until they are enrolled or forgotten.
 *
 * <p>Does not do so in a class with a student who refused consent: that student would be among
 * them.
 */
public final class UnknownPeople {
  private static final Logger LOG = LoggerFactory.getLogger(UnknownPeople.class);

  /**
   * Greatest number of unknown persons reported for a lesson; no teacher would look through more.
   */
  private static final int MOST = 40;

  private final UnknownSettings settings;
  private final UnknownPersons kept;
  private final FaceEngine engine;

  /**
   * Creates the re-identification with the model pack of an engine.
   *
   * @param settings whether unknown persons are kept at all
   * @param kept the unknown persons seen in earlier lessons
   * @param engine names the embedding space and its edition; remains owned by the caller
   */
  public UnknownPeople(UnknownSettings settings, UnknownPersons kept, FaceEngine engine) {
    this.settings = settings;
    this.kept = kept;
    this.engine = engine;
  }

  /**
   * Re-identifies the unknown persons of a lesson and saves them, replacing those that an earlier
   * run saw in it. If unknown persons may not be kept, forgets all of the class instead. Takes no
   * lease: the caller must keep other processes away from the class.
   *
   * @param lesson the lesson
   * @param enrolled the class of the lesson
   * @param found the result of identifying the students of the lesson
   * @return the unknown persons, most often seen first, 40 at most
   */
  public List<UnknownInLesson> recognise(
      LessonKey lesson, EnrolledClass enrolled, Identification found) {
    List<PersonCluster> unknown = found.unknown();
    if (!mayKeep(enrolled.roster())) {
      kept.forgetAll(lesson.className());
      return unknown.stream()
          .limit(MOST)
          .map(person -> new UnknownInLesson(person, Optional.empty()))
          .toList();
    }
    List<UnknownTemplate> known = known(lesson.className());
    List<Reidentified> again =
        reidentifier().reidentify(unknown, faces(known)).stream().limit(MOST).toList();
    List<UnknownPerson> persons =
        kept.save(lesson, edition(), again.stream().map(one -> appearance(one, known)).toList());
    List<UnknownInLesson> strangers = new ArrayList<>();
    for (int i = 0; i < again.size(); i++) {
      strangers.add(new UnknownInLesson(again.get(i).person(), Optional.of(persons.get(i))));
    }
    return strangers;
  }

  /**
   * Keeps nobody from a lesson that may show a student who refused consent.
   *
   * @param lesson the lesson; persons seen only in it are forgotten
   * @return nobody
   */
  public List<UnknownInLesson> forget(LessonKey lesson) {
    kept.save(lesson, edition(), List.of());
    return List.of();
  }

  /**
   * Forgets the unknown persons who turn out to be students.
   *
   * @return one sentence about each of them
   */
  List<Message> enrolled(Roster roster, List<Template> templates) {
    String className = roster.className();
    if (!mayKeep(roster)) {
      kept.forgetAll(className);
      return List.of();
    }
    List<UnknownTemplate> known = known(className);
    List<Optional<Student>> students = reidentifier().students(faces(known), templates);
    List<Message> sentences = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      if (students.get(i).isPresent()) {
        UnknownPerson person = known.get(i).person();
        String id = students.get(i).get().id();
        kept.forget(className, List.of(person.number()));
        LOG.info("{}: unknown person {} is student {}", className, person.id(), id);
        sentences.add(
            Message.of(Reason.WAS_UNKNOWN, id, person.id(), person.lessons(), person.since()));
      }
    }
    return sentences;
  }

  private boolean mayKeep(Roster roster) {
    return settings.kept()
        && roster.students().stream().noneMatch(s -> s.consent() == Consent.REFUSED);
  }

  /** {@return the unknown persons of a class, after merging numbers that denote the same person} */
  private List<UnknownTemplate> known(String className) {
    List<UnknownTemplate> known = kept.templates(className, edition());
    Optional<Duplicate> duplicate = duplicate(known);
    while (duplicate.isPresent()) {
      UnknownPerson first = known.get(duplicate.get().first()).person();
      UnknownPerson second = known.get(duplicate.get().second()).person();
      kept.merge(className, first.number(), second.number());
      LOG.info("{}: unknown person {} is {}", className, second.id(), first.id());
      known = kept.templates(className, edition());
      duplicate = duplicate(known);
    }
    return known;
  }

  private Optional<Duplicate> duplicate(List<UnknownTemplate> known) {
    return reidentifier()
        .duplicate(
            faces(known),
            (one, other) ->
                !Collections.disjoint(known.get(one).lessons(), known.get(other).lessons()));
  }

  private static UnknownSighting appearance(Reidentified one, List<UnknownTemplate> known) {
    Optional<Integer> number =
        one.known().stream().mapToObj(i -> known.get(i).person().number()).findFirst();
    return new UnknownSighting(number, one.person().mean(), one.person().weight());
  }

  private static List<Embedding> faces(List<UnknownTemplate> known) {
    return known.stream().map(UnknownTemplate::mean).toList();
  }

  private Reidentifier reidentifier() {
    return new Reidentifier(Cohort.of(engine.embeddingSpace()));
  }

  private PackEdition edition() {
    return new PackEdition(engine.embeddingSpace(), engine.embeddingEdition());
  }
}
