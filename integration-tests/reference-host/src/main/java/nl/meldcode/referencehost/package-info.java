/**
 * Leerlingplein, a pupil administration system for demonstration and tests. It knows the plugin
 * only through Host Connect: a public descriptor, a launch token and the REST contract under {@code
 * /connect/v1}.
 *
 * <p>The demo school is the same at every start. Tests derive ids as {@code
 * UUID.nameUUIDFromBytes(name.getBytes(UTF_8))}:
 *
 * <ul>
 *   <li>{@code tenant:demo}, {@code deployment:demo}, {@code school:de-vlieger}, {@code group:1} to
 *       {@code group:8};
 *   <li>{@code pupil:<given name>} for the pupils with a story (lotte, daan, mila, noor, gijs, jax,
 *       finn, eva, bo, sam, yara, lieke, thijs, amin, fenna), {@code pupil:<pupil number>} for the
 *       others;
 *   <li>{@code staff:<login>}: anja, tim, nora, sem, petra, rik, and els, marieke, joost, inge,
 *       bram, hanna who teach the other groups;
 *   <li>{@code person:<given-prefix-family name>} for guardians of the pupils with a story, such as
 *       {@code person:ilse-van-dam}; {@code person:<family>-<n>} for the others.
 * </ul>
 */
@NullMarked
package nl.meldcode.referencehost;

import org.jspecify.annotations.NullMarked;
