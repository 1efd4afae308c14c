package chatlab.protocol;

/**
 * The plain line that every server of CHAT/1 sends first: {@code * CHAT/1 Room 12 (recorded). You are guest1. ...}.
 *
 * @param title of the server, as the instructor named it
 * @param recorded whether the server keeps a transcript
 * @param you the name that the server has given to the client
 */
public record Greeting(String title, boolean recorded, String you) {
    private static final Words WORDS = new Words(Greeting.class);
    private static final String START = "* CHAT/1 ";

    /** The line to send, without its line end. */
    public String print() {
        return START + WORDS.get(recorded ? "greeting.recorded" : "greeting", Text.clean(title), you);
    }

    /** Whether a server that begins with this line speaks CHAT/1. What follows in the line is for people. */
    public static boolean isGreeting(String line) {
        return line.startsWith(START);
    }
}
