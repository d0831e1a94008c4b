package org.rollcall.model;

/**
 * Why a mark, a photo, a recording or a lesson is as it is. The wording is in {@code
 * Reason.properties} and its translations; its arguments are given after the semicolon.
 *
 * <p>A reason outlives the run that found it: the store keeps its name and arguments, so that each
 * reader gets it in the language of the page or mail. Names must therefore stay as they are, and
 * arguments keep their places.
 */
public enum Reason {
  /** The student must not be recognised. */
  NO_CONSENT,
  /** No enrolment photo of the student can be used. */
  NO_USABLE_PHOTO,
  /** The student was not seen, but not all of the recording could be read. */
  RECORDING_IN_PART,
  /** The student was not seen, but neither was anyone else. */
  NOT_SEEN_NO_FACES,
  /** The student was not seen, but hardly anyone of the class was. */
  NOT_SEEN_OTHER_CLASS,
  /** The student was not seen, but the room was only for a part; how long, and of how long. */
  NOT_SEEN_UNSEEN,
  /** The student was not seen, but too little was recorded; how long, and of how long. */
  NOT_SEEN_TOO_SHORT,
  /** The student was not seen, but far fewer faces were than usual. */
  NOT_SEEN_FEW_FACES,
  /** Not seen, but only one or two pictures show the room. */
  NOT_SEEN_FEW_PICTURES,
  /** A person was seen who is like the student, but not enough. */
  NOT_SURE,
  /** The student was seen too rarely; the number of frames. */
  FEW_FRAMES,
  /** The face was never to be seen well. */
  NOT_CLEAR,
  /** The person seen may be another student as well; the id of that student. */
  COULD_BE_ANOTHER,
  /** The student came late and left early. */
  LATE_AND_LEFT_EARLY,
  /** Faces of a lesson are not shown, because a student has refused consent. */
  FACES_WITHHELD,

  /** No face was found in a photo. */
  NO_FACE,
  /** Several faces were found in a photo; their number. */
  SEVERAL_FACES,
  /** The face in a photo is too small; its width and the least width, in pixels. */
  SMALL_FACE,
  /** The face in a photo is blurred. */
  BLURRED_FACE,
  /** A photo shows another student; the id of that student. */
  ANOTHER_STUDENT,
  /** A photo does not show the person in the others. */
  UNLIKE_OTHER_PHOTOS,
  /** A photo cannot be read; its name and why not, one of the following. */
  PHOTO_UNREADABLE,
  /** The photo is an empty file. */
  PHOTO_EMPTY,
  /** The photo is too large a file; its size and the largest allowed, in megabytes. */
  PHOTO_TOO_LARGE,
  /** The photo has too many pixels; its width, its height and the most megapixels allowed. */
  PHOTO_TOO_DETAILED,
  /**
   * The same for a photo that must be decoded as a whole; its width, its height, the most
   * megapixels allowed, and the most as a plain JPEG.
   */
  PHOTO_TOO_DETAILED_AS_A_WHOLE,
  /** The photo is in a format of telephones that cannot be read. */
  PHOTO_HEIF,
  /** A process died while it examined the photo; how. */
  PHOTO_DEADLY,
  /** The photo has the same content as another one of the student; the name of that file. */
  PHOTO_TWICE,
  /** The photo is damaged. */
  PHOTO_DAMAGED,
  /** The photo is in an unknown format. */
  PHOTO_FORMAT_UNKNOWN,
  /** The file of the photo cannot be opened; the failure. */
  PHOTO_INACCESSIBLE,

  /** Two students look alike; their ids. */
  LOOK_ALIKE,
  /**
   * A student turns out to be an unknown person of earlier lessons; the student's id, the label of
   * the person, the number of those lessons, and the day of the first.
   */
  WAS_UNKNOWN,
  /** A file belongs to no student; its path. */
  PHOTO_OF_NOBODY,
  /** A folder belongs to no student; its path. */
  FOLDER_OF_NOBODY,
  /** A file in the folder of a student is neither a photo nor a video; its path. */
  NEITHER_PHOTO_NOR_VIDEO,

  /** A name does not tell the lesson; the recording's path and why not, one of the following. */
  NAME_UNCLEAR,
  /** It says nothing about a lesson. */
  NAME_SAYS_NOTHING,
  /** A pattern of the settings finds what cannot be; the class or room, the date and the time. */
  NAME_IMPOSSIBLE,
  /** It has a day that does not exist; the text. */
  NAME_DAY_IMPOSSIBLE,
  /** It has a day that the clock of a camera shows if it was never set; the text. */
  NAME_CLOCK_NOT_SET,
  /** It has a day that may be either of two; the text and both days. */
  NAME_DAY_AMBIGUOUS,
  /** Its weekday is not that of its day; the weekday and the day. */
  NAME_WEEKDAY_WRONG,
  /** It has a time that does not exist; the text. */
  NAME_TIME_IMPOSSIBLE,
  /** It has a day without a time; the day. */
  NAME_WITHOUT_TIME,
  /** It is a copy that a synchronising program made of a file which was changed in two places. */
  NAME_OF_A_CONFLICT,
  /** It has digits that may be a day or a time; the text. */
  NAME_DIGITS_UNREAD,

  /** A name tells two classes or two rooms; both. */
  NAME_OF_TWO_PLACES,
  /** A name tells no known class, and there is no lesson in such a room; the room and the time. */
  NAME_OF_NO_LESSON,

  /** The same, and the room cannot be a class either; the room, the time, one of the following. */
  NAME_OF_NO_CLASS,
  /** A text has signs that a class name cannot have; the signs and a better name. */
  CLASS_NAME_HAS_SIGNS,
  /** A text consists of such signs; the signs. */
  CLASS_NAME_OF_SIGNS,
  /** A text is too long for a class name; its length and the most allowed. */
  CLASS_NAME_TOO_LONG,
  /** Not every system can have a folder of that name; the text and a better name. */
  CLASS_NAME_NOT_SAFE,

  /** A recording cannot be read; its path and why not, one of the following. */
  RECORDING_UNREADABLE,
  /** There is no such file. */
  RECORDING_MISSING,
  /** It is a folder. */
  RECORDING_FOLDER,
  /** It is a pipe or a device. */
  RECORDING_NO_FILE,
  /** The file is empty. */
  RECORDING_EMPTY,
  /** Its frames are too large; their width, height, and the most megapixels allowed. */
  RECORDING_TOO_DETAILED,
  /** None of its frames can be converted to a picture. */
  RECORDING_COLOURS,
  /** It is a playlist. */
  RECORDING_LIST,
  /** Its index is missing or damaged. */
  RECORDING_CUT_OFF,
  /** It is in an unknown format. */
  RECORDING_FORMAT_UNKNOWN,
  /** Its video format cannot be decoded. */
  RECORDING_CODEC_UNKNOWN,
  /** It has no video stream; what it has instead. */
  RECORDING_WITHOUT_VIDEO,
  /** None of its frames can be decoded. */
  RECORDING_WITHOUT_FRAMES,

  /** There is no picture for a while; from when and until when, as a player shows it. */
  NO_PICTURE,
  /** There are several such gaps; from when and until when in the longest, and their number. */
  NO_PICTURE_AT_TIMES,
  /** The timestamps jump; after which time, as a player shows it. */
  CLOCK_JUMPS,
  /** Frames are damaged; their number, and the time of the first, as a player shows it. */
  FRAMES_DAMAGED,
  /** A recording is shorter than it says; both lengths, as a player shows them. */
  RECORDING_SHORT,
  /** A part of a recording ends early; when it should and when it does, as a player shows it. */
  PART_SHORT,
  /** A recording says a length that cannot be true; that length, as a player shows it. */
  LENGTH_IMPOSSIBLE,
  /** A recording has no timestamps; how many frames a second were assumed. */
  TIMES_GUESSED,
  /** Frames have the timestamp of the one before; their number, and the time of the first. */
  FRAMES_SAME_TIME,
  /** Frames are left out as their timestamps step back; their number, and about when the first. */
  FRAMES_STEP_BACK,
  /** Timestamps start again; how often, and the first time, as a player shows it. */
  CLOCK_SET,
  /** The largest video stream is damaged; the sizes of it and its like, and of the one used. */
  STREAM_DAMAGED,
  /**
   * Video streams are not used; how many there are, the size of the one used, and of the others.
   */
  STREAMS_UNUSED,
  /** Video streams have no decoder; their formats. */
  STREAM_FOREIGN,
  /** Video streams start in the middle of the file and are not used; their sizes. */
  STREAM_LATE,
  /** Another recording was joined to the file and is not used. */
  RECORDING_JOINED,
  /** No recording shows a part of the lesson; its minutes, and the minute at which it starts. */
  NOT_RECORDED,

  /** No face was found in a lesson. */
  LESSON_NO_FACES,
  /** Hardly anyone of the class was seen, but others. */
  LESSON_OTHER_CLASS,
  /** The room was seen for a part of the lesson only; how long, and of how long. */
  LESSON_UNSEEN,
  /** Too little of the lesson was recorded; how long, and of how long. */
  LESSON_TOO_SHORT,
  /** Far fewer faces were seen than usual; average number of faces, and the usual one. */
  LESSON_FEW_FACES,
  /** Only one or two pictures show the room. */
  LESSON_FEW_PICTURES,
  /** Only a part of the lesson was recorded; its start and end, and those of the lesson. */
  RECORDED_IN_PART,
  /** The picture was too dark; from when and until when by the clock. */
  VIEW_DARK,
  /** The picture showed nothing; from when and until when by the clock. */
  VIEW_BLANK,
  /** The picture was frozen; from when and until when by the clock. */
  VIEW_FROZEN,
  /** The camera showed something else; from when and until when by the clock. */
  VIEW_TURNED_AWAY,
  /** The recording could not be read; from when and until when by the clock. */
  VIEW_UNREADABLE,
  /** Nothing was recorded; from when and until when by the clock. */
  VIEW_NOT_RECORDED,
  /** A camera hangs turned; by how many quarter turns, and since when, as a player shows it. */
  CAMERA_TURNED,

  /** The recordings of a lesson are no longer there; their paths. */
  RECORDINGS_GONE,
  /** A lesson's sheet shows a recording that is no longer there; the lesson and the path. */
  RECORDING_USED_GONE,
  /** A recording was changed while it was processed; its path. */
  RECORDING_CHANGED,
  /** No recording of a lesson can be used any more; the lesson. */
  NO_USABLE_RECORDING,
  /** Rollcall was stopped before it started on the lesson. */
  STOPPED_BEFORE,
  /** Rollcall was stopped while it processed the lesson. */
  STOPPED_MIDWAY,
  /** The lesson was not processed to the end. */
  NOT_ENDED,
  /** The lesson's process made no progress and was killed; the seconds without any. */
  WORKER_SILENT,
  /** That process took too much memory and was killed; how much, and the most allowed, in MB. */
  WORKER_TOO_LARGE,
  /** That process died because its heap was full. */
  WORKER_HEAP_FULL,
  /** A signal ended that process; the number of the signal, and the id of the process. */
  WORKER_KILLED,
  /** That process died; its exit code. */
  WORKER_DIED,
  /** Something failed that never should; the failure. */
  UNEXPECTED_FAILURE,

  /** A sheet is held by another program; its path and the failure. */
  SHEET_HELD,
  /** A sheet is open in a spreadsheet program; its path, and that of the program's lock file. */
  SHEET_OPEN,
  /** A sheet was saved after it was read; its path. */
  SHEET_EDITED,
  /** A sheet cannot be written; its path and the failure. */
  SHEET_UNWRITABLE,
  /** A sheet still shows faces that must not be shown any more. */
  SHEET_WITH_PICTURES,

  /** The name says when it starts, but that was in the future; the time. */
  START_IN_FUTURE,
  /** The time in the name was left out by the clocks; that time and the one used. */
  CLOCKS_FORWARD,
  /** The time in the name came twice; the time. */
  CLOCKS_BACK,
  /** The creation time in the recording tells when it starts. */
  START_OF_CONTAINER,
  /** The file tells when the recording ended. */
  START_OF_FILE,
  /** Nothing tells when the recording starts; the time of its file. */
  START_UNKNOWN,
  /** The name tells another length; the length of the recording, and that. */
  LENGTH_UNLIKE_NAME,
  /** The timetable has two lessons of a class at once; the class, the times chosen, the others. */
  TWO_LESSONS,
  /** A remark on one of several recordings; its path and the remark. */
  OF_RECORDING,
  /** Two reasons; both. */
  SEVERAL,
  /** A file is skipped because it is a link. */
  SKIPPED_LINK,
  /** A file is skipped because it is none. */
  SKIPPED_NO_FILE,
  /** A file is skipped because it cannot be read; why. */
  SKIPPED_UNREADABLE,
  /** A file is skipped because it has no extension. */
  SKIPPED_NO_EXTENSION,
  /** A file is skipped because of its extension; the extension. */
  SKIPPED_EXTENSION,
  /** A file is skipped because nothing is in it yet. */
  SKIPPED_EMPTY,
  /** A file is skipped because it has just changed; for how many seconds it must not. */
  SKIPPED_GROWING,
  /** A file is skipped because it has no marker; the marker. */
  SKIPPED_UNMARKED,
  /** A file is skipped because it was changed after it was marked. */
  SKIPPED_CHANGED,

  /** A sheet cannot be read; its path and why not, one of the following. */
  SHEET_UNREADABLE,
  /** The sheet is damaged, or in an unknown format; the failure. */
  SHEET_DAMAGED,
  /** The sheet is protected with a password. */
  SHEET_ENCRYPTED,
  /** The sheet has lost its headings; the three that are needed. */
  SHEET_WITHOUT_HEADINGS,

  /** What was typed as a correction is not a mark, and is kept as a remark. */
  TYPED_NOT_A_MARK,
  /** A correction is a formula without a result that could be a mark. */
  TYPED_FORMULA,
  /** A mark was typed over the mark in force, but the correction is another one. */
  TYPED_MARKS_DIFFER,
  /** Something was typed where it is not read. */
  TYPED_ELSEWHERE,
  /** Two rows of a student differ, and this is the one that does not count. */
  TYPED_COPIES_DIFFER,
  /** A row matches no student of the lesson. */
  TYPED_UNKNOWN_ROW,
  /** The row of a student is missing; the student's id. */
  TYPED_ROW_MISSING,
  /** There are more problems than are listed; how many more. */
  TYPED_MORE,
  /** A copy of a sheet lies beside it, and was read, too. */
  SHEET_COPY,
  /** Values lie beside the sheet under another name, and are not read. */
  SHEET_VALUES
}
