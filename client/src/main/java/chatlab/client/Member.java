package chatlab.client;

import chatlab.protocol.Event;
import chatlab.protocol.Name;

/**
 * What the server has told a client of its own person, from one connection to the next. Names are as they are shown. Not
 * safe for use by several threads.
 */
public final class Member {
    private final CatchUp catchUp = new CatchUp();
    private String name;
    private String key;
    private String token = "";
    private String run = "";
    private String room = "";
    private String title = "";
    private boolean recorded;
    private int webPort;
    private boolean instructor;
    private boolean muted;
    private boolean hushed;

    /** A person that asks for this name, or for none where it is empty. */
    public Member(String name) {
        setName(name);
    }

    /** The first HELLO of a connection; a NOTE after it tells whether the instructor asks for silence. */
    void welcome(Event.Hello e) {
        hello(e);
        run = e.run();
        hushed = false;
    }

    /** Any HELLO. */
    public void hello(Event.Hello e) {
        token = e.token();
        title = Shown.title(e.title());
        recorded = e.recorded();
        webPort = e.web();
        setName(Shown.name(e.you()));
    }

    /** A line about this person in a list, or a change. */
    void who(Participant me) {
        instructor = me.instructor();
        muted = me.muted();
    }

    /** What the server tells this person, or all. */
    public void note(Event.Note e) {
        switch (e.code()) {
            case "op" -> instructor = true;
            case "deop" -> instructor = false;
            case "muted" -> muted = true;
            case "unmuted" -> muted = false;
            case "hush-on" -> hushed = true;
            case "hush-off", "called" -> hushed = false; // a person that was called gets hush-on when its turn is over
            default -> {} // tells nothing of this person
        }
    }

    void setName(String name) {
        this.name = name;
        key = name.isEmpty() ? "" : Name.keyOf(name); // without a name, a client that starts loads no tables of letters
    }

    void setRoom(String room) {
        this.room = room;
    }

    /** Which messages of the room were seen. */
    CatchUp catchUp() {
        return catchUp;
    }

    /** The name that the server has given, or that is asked for before that; empty where there is none yet. */
    public String name() {
        return name;
    }

    /** Gives the name back to the person that shows it; empty before the first HELLO. */
    public String token() {
        return token;
    }

    /** Names the series of ids; empty before the first HELLO. */
    public String run() {
        return run;
    }

    /** Where this person is, or wants to be again; empty before the first HELLO. */
    public String room() {
        return room;
    }

    /** What the server calls itself; empty before it has said so. */
    public String title() {
        return title;
    }

    /** Whether the server keeps a transcript. */
    public boolean isRecorded() {
        return recorded;
    }

    /** How others join this server, which the client has reached at {@code address}, HOST:PORT. */
    public Invitation invitation(String address) {
        return new Invitation(address, webPort);
    }

    public boolean isInstructor() {
        return instructor;
    }

    public boolean isMuted() {
        return muted;
    }

    /** Whether the instructor asks this person for silence. */
    public boolean isHushed() {
        return hushed;
    }

    /** Whether this person was ever let in. */
    public boolean wasIn() {
        return !room.isEmpty();
    }

    /** Whether this is the person's own name, perhaps written in another way. */
    public boolean isMe(String shown) {
        return shown.equals(name) || Name.keyOf(shown).equals(key);
    }

    /** Whether this person is in that room, or wants to be there again. */
    public boolean isIn(String shownRoom) {
        return same(shownRoom, room);
    }

    /** Whether two names are the same, perhaps written in two ways. */
    public static boolean same(String name, String other) {
        return name.equals(other) || Name.keyOf(name).equals(Name.keyOf(other));
    }
}
