package chatlab.server.support;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.Event;

/**
 * What a thread says of itself. It is asked, not observed: looking into the stacks of all threads would stop them.
 *
 * @param name as in a thread dump
 * @param role what it is there for
 * @param of for whom
 * @param state one word for programs
 * @param words the state for people
 */
public record ThreadReport(String name, String role, String of, String state, String words) {
    private static final String SERVER = "server";

    /** A thread that is there for all. */
    public static ThreadReport ofServer(String name, String state) {
        return new ThreadReport(name, name, SERVER, state, WORDS.get("thread." + name + "." + state));
    }

    /** A thread that is there for one client. */
    public static ThreadReport ofClient(String name, String role, String of, String state) {
        return new ThreadReport(name, role, of, state, WORDS.get("thread." + role + "." + state));
    }

    /** The same for all threads that do the same for somebody else. */
    public ThreadReport withoutName() {
        return new ThreadReport("", role, "others", state, words);
    }

    public ThreadReport named(String name) {
        return new ThreadReport(name, role, of, state, words);
    }

    public Event.Thread event() {
        return new Event.Thread(name.replace(' ', '-'), role, of, state, name + ": " + words);
    }
}
