package org.rollcall.lesson;

import java.util.List;
import java.util.Optional;
import org.rollcall.store.Claim;
import org.rollcall.store.Recording;

/**
 * Those who look into recordings, which takes libraries that may crash or hang on a bad file: in
 * this process ({@link Workbench}), or in processes of their own.
 *
 * <p>Whatever they find out is in the store when they are done.
 */
public interface Workers extends AutoCloseable {
  /**
   * Looks at recordings, and takes down which lessons they show.
   *
   * @param recordings what to look at
   * @param className the class they show, where that is known otherwise
   * @param progress hears how many are done
   */
  void survey(List<Recording> recordings, Optional<String> className, Progress progress);

  /**
   * Works on a lesson until its claim has ended. May be called from several threads.
   *
   * @param claim the right to, which the caller renews
   * @param progress hears how far it is
   * @return what became of the lesson
   */
  LessonReport work(Claim claim, Progress progress);

  /** Ends them; nobody works for them any more. */
  @Override
  void close();
}
