package chatlab.protocol;

/** A typed text is no address of a server; the message is a sentence that says how to write one. */
public final class BadAddressException extends Exception {
    private static final long serialVersionUID = 1;

    BadAddressException(String sentence) {
        super(sentence);
    }
}
