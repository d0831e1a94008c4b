package org.rollcall.model;

/**
 * Why a request made on a page is refused. The wording is in {@code Refusal.properties} and its
 * translations; its arguments are given after the semicolon.
 */
public enum Refusal {
  /** The text is not a valid class name; the text. */
  NOT_A_CLASS_NAME,
  /** Rollcall itself uses the name; the name. */
  RESERVED_CLASS_NAME,
  /** The name looks like another one; the name. */
  MISLEADING_CLASS_NAME,
  /** A class of that name already exists; the name. */
  CLASS_EXISTS,
  /** The student is not on the roster; the id and the class. */
  NOT_ON_THE_ROSTER,
  /** The student has refused consent, so no photos are kept; the id. */
  CONSENT_REFUSED,
  /** The student already has the maximum number of photos; that number. */
  TOO_MANY_PHOTOS,
  /** The photo cannot be written; the folder and the failure. */
  PHOTO_NOT_KEPT,
  /** The photo cannot be deleted; the file and the failure. */
  PHOTO_NOT_DELETED,
  /** The lesson has no register; the lesson. */
  NO_REGISTER,
  /** The student is not in the register; the id and the lesson. */
  NOT_IN_THE_REGISTER,
  /** Another person has corrected the mark since the page was loaded. */
  STALE_CORRECTION,
  /** The lesson has no such unknown face; its number. */
  NO_UNKNOWN_FACE,
  /** The image of an unknown face cannot be written; the failure. */
  FACE_NOT_KEPT,
  /** A recording must be a video, but this is a photo. */
  IMAGE_FOR_A_VIDEO,
  /** The recording cannot be written; the folder and the failure. */
  RECORDING_NOT_KEPT,
  /** The file is neither a photo nor a video. */
  NEITHER_PHOTO_NOR_VIDEO,
  /** The photo is in a mobile phone format that cannot be read. */
  HEIC_PHOTO,
  /** The file is empty. */
  EMPTY_FILE,
  /** The uploaded file cannot be read; the failure. */
  UPLOAD_UNREADABLE
}
