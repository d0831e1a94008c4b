package org.rollcall.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.rollcall.model.Message;
import org.rollcall.model.Refusal;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.video.HeifBrand;

/** The type of an uploaded file, recognised by its leading bytes rather than by its name. */
public enum MediaKind {
  /** A JPEG photo. */
  JPEG("jpg", false),
  /** A PNG image. */
  PNG("png", false),
  /** A WebP image. */
  WEBP("webp", false),
  /** MP4, MOV and other ISO base media files. */
  MP4("mp4", true),
  /** Matroska and WebM, as recorded by browsers. */
  MATROSKA("webm", true),
  /** AVI. */
  AVI("avi", true),
  /** MPEG transport stream. */
  TRANSPORT_STREAM("ts", true);

  private static final int HEAD = 192;

  /** Packet length of a transport stream; every packet starts with the sync byte, a G. */
  private static final int PACKET = 188;

  private static final int SHORTEST = 12;

  private final String extension;
  private final boolean video;

  MediaKind(String extension, boolean video) {
    this.extension = extension;
    this.video = video;
  }

  /** {@return the usual file name extension, without the dot} */
  public String extension() {
    return extension;
  }

  /** {@return whether it is a video} */
  public boolean isVideo() {
    return video;
  }

  /**
   * Detects the type of a file from its leading bytes.
   *
   * @param file the file
   * @return its type; the rest of the file may still be damaged
   * @throws RollcallException if it has none of these types
   */
  public static MediaKind of(Path file) {
    byte[] head = head(file);
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.startsWith("\u00ff\u00d8\u00ff")) {
      return JPEG;
    }
    if (text.startsWith("\u0089PNG")) {
      return PNG;
    }
    if (text.startsWith("\u001aE\u00df\u00a3")) {
      return MATROSKA;
    }
    if (text.startsWith("RIFF") && text.startsWith("AVI ", 8)) {
      return AVI;
    }
    if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
      return WEBP;
    }
    if (HeifBrand.isHeif(head)) {
      throw new RollcallException(Message.of(Refusal.HEIC_PHOTO));
    }
    if (text.startsWith("ftyp", 4)) {
      return MP4;
    }
    if (text.startsWith("G") && text.startsWith("G", PACKET)) {
      return TRANSPORT_STREAM;
    }
    throw new RollcallException(Message.of(Refusal.NEITHER_PHOTO_NOR_VIDEO));
  }

  private static byte[] head(Path file) {
    byte[] head = new byte[HEAD];
    try (InputStream in = Files.newInputStream(file)) {
      int read = in.readNBytes(head, 0, HEAD);
      if (read == 0) {
        throw new RollcallException(Message.of(Refusal.EMPTY_FILE));
      }
      return Arrays.copyOf(head, Math.max(read, SHORTEST));
    } catch (IOException e) {
      throw new TemporaryFailure(Message.of(Refusal.UPLOAD_UNREADABLE, e), e);
    }
  }
}
