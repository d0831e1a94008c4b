/**
 * Detects faces in pictures and embeds them: turns each into a vector that is close to those of the
 * same person.
 *
 * <p>Start at {@link org.rollcall.face.FaceEngine}, the interface for everybody else, and {@link
 * org.rollcall.face.MxnetFaceEngine}, its implementation. {@link org.rollcall.face.FaceFinder}
 * decides which frames of a recording to search where, {@code MtcnnDetector} and {@code
 * YuNetDetector} search pictures, {@code FaceEmbedder} embeds crops, and {@code Network} runs one
 * MXNet graph.
 *
 * <p>The only package that knows DJL. MXNet is no longer developed, so no tensor and no type of DJL
 * leaves it: another engine can take its place. OpenCV runs YuNet, and JNA sets the environment
 * that MXNet reads.
 *
 * <p>An engine is for one thread and has its own worker threads. The package imports only {@code
 * model}, {@code basics} and {@code face.pack}; anything above it may import it, but no other stage
 * does.
 */
package org.rollcall.face;
