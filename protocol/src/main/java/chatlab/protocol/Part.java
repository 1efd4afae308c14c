package chatlab.protocol;

/** Which line of how many a message of a paste is; {@link #WHOLE} for a message that is no paste. */
public record Part(int number, int of) {
    public static final Part WHOLE = new Part(0, 0);

    public boolean isWhole() {
        return of == 0;
    }

    String print() {
        return isWhole() ? "" : number + "/" + of;
    }
}
