package chatlab.swing.transcript;

/**
 * Characters that look alike.
 *
 * @param detail whose name it is for {@link Style#NAME}, the {@link Deed} for {@link Style#LINK}, else null
 */
record Run(Style style, String text, Object detail) {
    Run(Style style, String text) {
        this(style, text, null);
    }
}
