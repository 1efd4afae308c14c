package chatlab.protocol;

/** A typed name is against the rules for names; the message says which rule, for the person that typed it. */
public final class BadNameException extends Exception {
    private static final Words WORDS = new Words(BadNameException.class);
    private static final long serialVersionUID = 1;

    private final Reason reason;

    BadNameException(Reason reason) {
        super(WORDS.get("name." + reason, Name.MAX_LENGTH));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Which rule was broken. */
    public enum Reason {
        EMPTY,
        LENGTH,
        FIRST,
        CHARACTER,
        MARKS,
        SCRIPTS,
        RESERVED
    }
}
