package chatlab.server.support;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.Event;

/**
 * What a thread does, as it says itself: to look into the stacks of all threads would stop them.
 *
 * @param name the name in a thread dump
 * @param role the task of the thread
 * @param of the name of the person that it works for, or {@code server}
 * @param state one word for programs
 * @param words the state for people
 */
public record ThreadReport(String name, String role, String of, String state, String words) {
    private static final String SERVER = "server";

    /** A thread that works for all clients. */
    public static ThreadReport ofServer(String name, String state) {
        return new ThreadReport(name, name, SERVER, state, WORDS.get("thread." + name + "." + state));
    }

    /** A thread that works for one client. */
    public static ThreadReport ofClient(String name, String role, String of, String state) {
        return new ThreadReport(name, role, of, state, WORDS.get("thread." + role + "." + state));
    }

    /** The report that is the same for all threads with the same task and state. */
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
