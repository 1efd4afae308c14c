package chatlab.cli;

import chatlab.client.CatchUp;
import chatlab.client.CatchUp.Missed;
import chatlab.client.Connection;
import chatlab.client.Sent;
import chatlab.protocol.BadNameException;
import chatlab.protocol.Event;
import chatlab.protocol.Event.Msg;
import chatlab.protocol.Name;
import chatlab.protocol.Text;
import chatlab.protocol.Words;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Coming into a room, for the first time or again: who is there, what was said, what was missed, and what of one's own
 * was not delivered. For the socket's thread only.
 */
final class Arrival {
    private static final Words WORDS = new Words(Arrival.class);

    /** Earlier messages that are shown to somebody who comes into a room. */
    private static final int EARLIER = 20;

    private final Services services;
    private final Connection connection;
    private final Member member;
    private final CatchUp catchUp;
    private final Board board;

    /** The room that was asked for because this person was in it before; null where none was. */
    private String wanted;

    private String lobby = "";

    /** The name that this person had on the connection before this one. */
    private String before = "";

    private boolean back;
    private boolean sameRun;
    private int lastTag;
    private String whoTag = "";
    private String historyTag = "";
    private String joinTag = "";
    private HistorySearch search;

    /** Messages that came while the history was waited for; as many as {@link CatchUp} holds back, at the most. */
    private final Set<Long> meanwhile = new HashSet<>();

    Arrival(Services services, Connection connection) {
        this.services = services;
        this.connection = connection;
        this.member = services.member();
        this.catchUp = member.catchUp;
        this.board = services.board();
    }

    void hello(Event.Hello e) throws IOException {
        back = member.wasIn();
        sameRun = e.run().equals(member.run);
        before = member.you;
        member.you = e.you();
        member.run = e.run();
        lobby = e.room();
        String you = EventText.name(e.you());
        services.console().setPrompt(you);
        services.names().setMe(you);
        if (!back) {
            board.tell(e.recorded() ? "welcome.recorded" : "welcome", title(e.title()), you, EventText.name(e.room()));
            if (isGuest(e.you()) && services.console().isInteractive()) {
                board.tell("welcome.guest");
            }
        } else if (!before.equals(e.you())) {
            board.tell("you-are", you);
        }
        search = new HistorySearch(services.receipts(), before);
        if (back && !member.isIn(e.room())) {
            wanted = member.room;
            joinTag = tag();
            connection.send("/join@" + joinTag + " " + wanted);
        } else {
            enter(e.room());
        }
    }

    /** The server says that this person is in a room now. */
    void entered(String room) throws IOException {
        if (wanted != null) {
            if (Member.same(room, wanted)) {
                enter(room);
            }
        } else if (!member.isIn(room)) {
            back = false;
            board.tell("entered", EventText.name(room));
            enter(room);
        }
    }

    private void enter(String room) throws IOException {
        wanted = null;
        member.room = room;
        whoTag = tag();
        historyTag = tag();
        long after = catchUp.begin(member.run, room);
        connection.send(List.of("/who@" + whoTag, "/history@" + historyTag + (after > 0 ? " after=" + after : "")));
        services.link().speak(Link.Manner.RICH);
    }

    /** Whether this is not held back until the history was told. */
    boolean isToBeShownNow(Msg e) {
        if (wanted != null) {
            return true; // of the room on the way, which is of no interest
        } else if (!e.old()) {
            boolean now = catchUp.live(e);
            if (!now) {
                meanwhile.add(e.id());
            }
            if (catchUp.isFull()) {
                caughtUp(true);
            }
            return now;
        }
        if (catchUp.isWaiting()) {
            search.old(e);
            catchUp.old(e);
            return false;
        }
        return true; // the user has asked for it
    }

    void show(Msg e) {
        if (e.re().isEmpty() || !services.console().showsTyping()) {
            board.addAll(services.text().message(e, member.you));
        }
    }

    /** Whether this person was in this room a moment ago, before the connection was lost. */
    boolean isBack() {
        return back;
    }

    boolean isAskingWho() {
        return !whoTag.isEmpty();
    }

    boolean isEndOfWho(String re) {
        boolean end = isAskingWho() && re.equals(whoTag);
        whoTag = end ? "" : whoTag;
        return end;
    }

    boolean isEndOfHistory(Event.End e) {
        boolean end = !historyTag.isEmpty() && e.re().equals(historyTag);
        if (end) {
            caughtUp(e.gap());
        }
        return end;
    }

    /** Whether this answers a question of this class, which is nothing to show. */
    boolean isAnswer(String re) throws IOException {
        boolean joined = !joinTag.isEmpty() && re.equals(joinTag);
        if (joined) {
            entered(wanted == null ? member.room : wanted);
        }
        return joined;
    }

    /** Takes care of what was refused to this class. Says whether the user should hear of it. */
    boolean isRefusal(Event.Err e) throws IOException {
        if (isEndOfWho(e.re())) {
            return false;
        } else if (!historyTag.isEmpty() && e.re().equals(historyTag)) {
            caughtUp(true);
            return false;
        } else if (!joinTag.isEmpty() && e.re().equals(joinTag) && wanted != null) {
            enter(lobby);
            return true;
        }
        // who came back as a guest never chose that name, and need not hear that it could not be had again
        return !(back && e.re().isEmpty() && isGuest(before));
    }

    /** The connection is over, and no other one will follow: what was held back is shown after all. */
    void close() {
        if (catchUp.isWaiting()) {
            catchUp.end(false).since().forEach(this::show);
        }
    }

    private void caughtUp(boolean gap) {
        historyTag = "";
        Missed missed = catchUp.end(gap);
        if (back) {
            board.tell(sameRun ? "back" : "back.anew", missed.messages());
            if (missed.gap() && sameRun) {
                board.tell("back.gap");
            }
            missed.told().forEach(this::show);
        } else if (services.console().isInteractive() && missed.messages() > 0) {
            board.tell("earlier");
            missed.lastTold(EARLIER).forEach(this::show);
            board.tell("earlier.end");
        } else {
            // a pipe is shown what was said from now on, and that may stand in the history already
            missed.told().stream().filter(e -> meanwhile.contains(e.id())).forEach(this::show);
        }
        meanwhile.clear();
        missed.since().forEach(this::show);
        for (Sent lost : services.receipts().giveUp()) {
            board.complain(WORDS.get("not-delivered", lost.summary()));
        }
    }

    private String tag() {
        return "s" + ++lastTag;
    }

    private static String title(String title) {
        return Text.collapseBlanks(Text.clean(title));
    }

    private static boolean isGuest(String name) {
        try {
            Name.ofPerson(name);
            return false;
        } catch (BadNameException e) {
            return true;
        }
    }
}
