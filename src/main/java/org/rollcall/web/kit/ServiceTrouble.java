package org.rollcall.web.kit;

/**
 * What can be wrong with the service itself. The wording is in {@code ServiceTrouble.properties}
 * and its translations; its arguments are given after the semicolon.
 */
enum ServiceTrouble {
  /** The heap is full; its use and its size, in MB. */
  MEMORY_FULL,
  /** The disk of a folder is full; the folder and the free space, in MB. */
  DISK_FULL
}
