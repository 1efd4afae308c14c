package chatlab.protocol;

/**
 * What a client may ask of a server. Text that is not there is empty, never null.
 *
 * <p>{@link ClientLine} reads and prints the lines in which commands travel.
 */
public sealed interface Command {
    record Proto(int version, String name, String token) implements Command {}

    record Nick(String name) implements Command {}

    record Say(String text) implements Command {}

    /** Only the line that begins a paste; its lines follow, see {@link PasteLines}. With a name it is private. */
    record Paste(String to) implements Command {}

    record Msg(String to, String text) implements Command {}

    record Join(String room) implements Command {}

    record Leave() implements Command {}

    record Who() implements Command {}

    record Rooms() implements Command {}

    /** Asks for the messages after the one with the number {@code after}; 0 asks for all that there are. */
    record History(long after) implements Command {}

    record Ping(String text) implements Command {}

    record Pong(String text) implements Command {}

    record Threads() implements Command {}

    record Help() implements Command {}

    record Quit(String reason) implements Command {}

    record Op(String key) implements Command {}

    record Kick(String name, String reason) implements Command {}

    /** Sends away everybody from the address of {@code name}, or from {@code name} if that is one, and lets nobody in. */
    record Ban(String name, String reason) implements Command {}

    /** {@code name} as it was given to {@link Ban}, or the address. */
    record Unban(String name) implements Command {}

    /** Lets anybody have a name that is kept for a person that left it or was lost. */
    record Free(String name) implements Command {}

    record Mute(String name, String reason) implements Command {}

    record Unmute(String name, String reason) implements Command {}

    record Hush(boolean on) implements Command {}

    /** Clears the history of {@code room}, or, where that is empty, of the room of the sender. */
    record Clear(String room) implements Command {}

    record Announce(String text) implements Command {}
}
