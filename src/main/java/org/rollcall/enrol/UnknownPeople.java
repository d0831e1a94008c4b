package org.rollcall.enrol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.rollcall.face.FaceEngine;
import org.rollcall.identity.Cohort;
import org.rollcall.identity.Duplicate;
import org.rollcall.identity.Identification;
import org.rollcall.identity.PersonCluster;
import org.rollcall.identity.Reidentified;
import org.rollcall.identity.Reidentifier;
import org.rollcall.identity.Template;
import org.rollcall.model.Consent;
import org.rollcall.model.LessonKey;
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
 * Recognises unknown persons from lesson to lesson, until they are enrolled or forgotten.
 *
 * <p>Not in a class in which somebody refused to be recognised: that student would be one of them.
 */
public final class UnknownPeople {
  private static final Logger LOG = LoggerFactory.getLogger(UnknownPeople.class);

  /** More pictures of unknown faces than this nobody looks through. */
  private static final int MOST = 40;

  private final UnknownSettings settings;
  private final UnknownPersons kept;
  private final FaceEngine engine;

  /**
   * Recognises those who are kept, with the model pack of an engine.
   *
   * @param settings whether anybody is kept at all
   * @param kept who was seen in earlier lessons
   * @param engine names the embedding space and its edition; stays the caller's
   */
  public UnknownPeople(UnknownSettings settings, UnknownPersons kept, FaceEngine engine) {
    this.settings = settings;
    this.kept = kept;
    this.engine = engine;
  }

  /**
   * Says who the unknown persons of a lesson are, and keeps them in place of those whom an earlier
   * run saw there. Where nobody may be kept, it forgets all of the class instead. Keeps no other
   * process away: the caller sees to that.
   *
   * @param lesson which lesson
   * @param enrolled its class
   * @param found who was seen in it
   * @return the unknown persons, the most often seen first, 40 at most
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
   * Takes those out who turn out to be students.
   *
   * @return who that was, a sentence each
   */
  List<String> enrolled(Roster roster, List<Template> templates) {
    String className = roster.className();
    if (!mayKeep(roster)) {
      kept.forgetAll(className);
      return List.of();
    }
    List<UnknownTemplate> known = known(className);
    List<Optional<Student>> students = reidentifier().students(faces(known), templates);
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      if (students.get(i).isPresent()) {
        UnknownPerson person = known.get(i).person();
        String id = students.get(i).get().id();
        kept.forget(className, List.of(person.number()));
        LOG.info("{}: unknown person {} is student {}", className, person.id(), id);
        sentences.add(
            "Student %s looks like unknown person %s, %s. Process those recordings again to mark the student; %s is forgotten."
                .formatted(id, person.id(), person.seen(), person.id()));
      }
    }
    return sentences;
  }

  private boolean mayKeep(Roster roster) {
    return settings.kept()
        && roster.students().stream().noneMatch(s -> s.consent() == Consent.REFUSED);
  }

  /** {@return what is known of a class, after two numbers of one person have become one} */
  private List<UnknownTemplate> known(String className) {
    List<UnknownTemplate> known = kept.templates(className, edition());
    Optional<Duplicate> duplicate = duplicate(known);
    while (duplicate.isPresent()) {
      UnknownPerson first = known.get(duplicate.get().first()).person();
      UnknownPerson second = known.get(duplicate.get().second()).person();
      kept.unite(className, first.number(), second.number());
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
