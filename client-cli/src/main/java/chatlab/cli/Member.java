package chatlab.cli;

import chatlab.client.CatchUp;
import chatlab.protocol.Name;

/** What a client knows of itself, from one connection to the next. For the socket's thread only. */
final class Member {
    final CatchUp catchUp = new CatchUp();

    /** The name that is asked for, or that the server has given; empty before that. */
    String you;

    /** Gives the name back to whoever shows it. */
    String token = "";

    /** Whether the server has said that this person is an instructor. */
    boolean instructor;

    /** Names the series of ids. */
    String run = "";

    /** Where this person is, or wants to be again; empty before the first HELLO. */
    String room = "";

    Member(String name) {
        this.you = name;
    }

    boolean wasIn() {
        return !room.isEmpty();
    }

    boolean isMe(String name) {
        return same(name, you);
    }

    boolean isIn(String otherRoom) {
        return same(otherRoom, room);
    }

    static boolean same(String name, String other) {
        return name.equals(other) || Name.keyOf(name).equals(Name.keyOf(other));
    }

    /** {@code /proto 1 [NAME [TOKEN]]}, the command with which one comes in. */
    String introduction() {
        return "/proto 1" + (you.isEmpty() ? "" : " " + you) + (token.isEmpty() ? "" : " " + token);
    }
}
