/**
 * The panel "under the hood": what the program does, shown on the program while it runs.
 *
 * <p>{@link chatlab.swing.hood.HoodPanel} watches the lines as a {@link chatlab.swing.net.Probe}, which costs something
 * only while the panel is open. What is recorded is bounded, and masked before it is kept: nothing here ever holds a key
 * or a token.
 */
package chatlab.swing.hood;
