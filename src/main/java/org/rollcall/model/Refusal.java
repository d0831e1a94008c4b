package org.rollcall.model;

/**
 * Why something that a person asked for at a page is not done. The sentences are in {@code
 * Refusal.properties} and its translations.
 */
public enum Refusal {
  /** The text is not a class name; with the text. */
  NOT_A_CLASS_NAME,
  /** There is already a class of that name; with the name. */
  CLASS_EXISTS,
  /** The roster does not have the student; with the id and the class. */
  NOT_ON_THE_ROSTER,
  /** The student has as many photos as are kept; with their number. */
  TOO_MANY_PHOTOS,
  /** The photo cannot be written; with the folder and the failure. */
  PHOTO_NOT_KEPT,
  /** The photo cannot be deleted; with the file and the failure. */
  PHOTO_NOT_DELETED,
  /** The lesson has no register; with the lesson. */
  NO_REGISTER,
  /** The register does not have the student; with the id and the lesson. */
  NOT_IN_THE_REGISTER,
  /** Another person has corrected the mark since the page was loaded. */
  STALE_CORRECTION,
  /** The lesson does not have the unknown face; with its number. */
  NO_UNKNOWN_FACE,
  /** The picture of an unknown face cannot be written; with the failure. */
  FACE_NOT_KEPT,
  /** A recording must be a video, and this is a picture. */
  PICTURE_FOR_A_VIDEO,
  /** The recording cannot be written; with the folder and the failure. */
  RECORDING_NOT_KEPT,
  /** The file is neither a photo nor a video. */
  NEITHER_PHOTO_NOR_VIDEO,
  /** The photo is in a format of telephones that cannot be read. */
  HEIC_PHOTO,
  /** The file is empty. */
  EMPTY_FILE,
  /** The file that was sent cannot be read; with the failure. */
  UPLOAD_UNREADABLE
}
