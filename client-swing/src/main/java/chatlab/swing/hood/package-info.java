/**
 * The panel "under the hood": what the program does, shown on the program while it runs.
 *
 * <p>{@link chatlab.swing.hood.HoodPanel} watches the lines as a {@link chatlab.swing.net.Probe}, which takes time only
 * while the panel is open. {@code Wire} keeps a bounded number of lines, and masks them first: it never holds a key or
 * a token.
 */
package chatlab.swing.hood;
