package chatlab.swing.model;

import chatlab.client.CatchUp;
import chatlab.client.Shown;
import chatlab.protocol.Event;
import chatlab.protocol.Name;

/** What this client knows of itself, from one connection to the next. */
final class Member {
    /** Which messages of the room were seen. */
    CatchUp catchUp;

    /** The name that the server has given; empty before that. */
    private String name;

    private String key;
    private Mention mention;

    /** The name that the user has chosen, at first or later on; empty for a guest. */
    String chosen;

    /** Gives the name back to whoever shows it. */
    String token;

    /** Names the series of ids. */
    String run;

    /** Where this person is, or wants to be again; empty before the first HELLO. */
    String room;

    String title;
    boolean recorded;

    boolean instructor;
    boolean muted;
    boolean hushed;

    /** The name that the user asked for and did not get, with what was said about it; null where all is well. */
    Status.NameRefused refused;

    /** The user has said goodbye. */
    boolean leaving;

    Member() {
        forget();
    }

    void forget() {
        catchUp = new CatchUp();
        chosen = "";
        token = "";
        run = "";
        room = "";
        title = "";
        recorded = false;
        instructor = false;
        muted = false;
        hushed = false;
        refused = null;
        leaving = false;
        setName("");
    }

    /** The first HELLO of a connection; that the instructor asks for silence is told after it. */
    void welcome(Event.Hello e) {
        hello(e);
        run = e.run();
        hushed = false;
    }

    void hello(Event.Hello e) {
        token = e.token();
        title = Shown.title(e.title());
        recorded = e.recorded();
        setName(Shown.name(e.you()));
    }

    String name() {
        return name;
    }

    /** Finds texts with the name in it. */
    Mention mention() {
        return mention;
    }

    void setName(String name) {
        this.name = name;
        key = Name.keyOf(name);
        mention = new Mention(name);
    }

    /** Whether this person was ever let in. */
    boolean wasIn() {
        return !room.isEmpty();
    }

    boolean isMe(String shown) {
        return shown.equals(name) || Name.keyOf(shown).equals(key);
    }

    boolean isIn(String shownRoom) {
        return same(shownRoom, room);
    }

    static boolean same(String name, String other) {
        return name.equals(other) || Name.keyOf(name).equals(Name.keyOf(other));
    }
}
