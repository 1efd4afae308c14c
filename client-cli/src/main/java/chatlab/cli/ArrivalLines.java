package chatlab.cli;

import chatlab.client.Arrival;
import chatlab.client.CatchUp;
import chatlab.client.CatchUp.Missed;
import chatlab.client.ChatConnection;
import chatlab.client.Invitation;
import chatlab.client.Member;
import chatlab.client.Sent;
import chatlab.client.Shown;
import chatlab.protocol.BadNameException;
import chatlab.protocol.Event;
import chatlab.protocol.Event.Msg;
import chatlab.protocol.Name;
import chatlab.protocol.Words;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells of an arrival: the people of the room, its history, what was missed or not delivered. Socket's thread only. */
final class ArrivalLines implements Arrival.Listener {
    private static final Words WORDS = new Words(ArrivalLines.class);

    /** Earlier messages that are shown to a person that comes into a room. */
    private static final int EARLIER = 20;

    private final Services services;
    private final ChatConnection connection;
    private final Member member;
    private final Board board;
    private final Arrival arrival;

    /** Whether this person has come back as a guest, and the server may say that the guest's name cannot be had again. */
    private boolean guestAgain;

    /** Whether this person has just come in, and has not been told how others join. */
    private boolean newcomer;

    /** Messages that came while the history was waited for; as many as {@link CatchUp} holds back, at the most. */
    private final Set<Long> meanwhile = new HashSet<>();

    ArrivalLines(Services services, ChatConnection connection) {
        this.services = services;
        this.connection = connection;
        this.member = services.member();
        this.board = services.board();
        this.arrival = new Arrival(member, services.people(), services.sentItems()::seenInHistory, this);
    }

    /** The arrival of this connection, which this class listens to. */
    Arrival arrival() {
        return arrival;
    }

    /** The first HELLO of this connection. */
    void hello(Event.Hello e) {
        String you = Shown.name(e.you());
        guestAgain = member.wasIn() && isGuest(member.name());
        newcomer = !member.wasIn();
        if (newcomer) {
            String key = e.recorded() ? "welcome.recorded" : "welcome";
            board.tell(key, Shown.title(e.title()), you, Shown.name(e.room()));
            if (isGuest(you) && services.console().isInteractive()) {
                board.tell("welcome.guest");
            }
        } else if (!member.name().equals(you)) {
            board.tell("you-are", you);
        }
        services.console().setPrompt(you);
        services.names().setMe(you);
        arrival.hello(e);
    }

    @Override
    public void send(List<String> lines) {
        try {
            connection.send(lines);
        } catch (IOException e) {
            connection.close(); // the next attempt to read notices
        }
        if (!arrival.isOnTheWay()) {
            services.link().speak(Uplink.Manner.RICH);
        }
    }

    @Override
    public void entering(String room) {
        if (member.wasIn()) {
            board.tell("entered", room);
        }
    }

    @Override
    public void asking() {
        meanwhile.clear();
    }

    @Override
    public void listed() {
        guestAgain = false;
        if (services.console().isInteractive() && !arrival.isBack()) {
            tellPeople();
            if (newcomer && services.people().sorted().size() == 1) {
                invite(member.invitation(services.server().toString()));
            }
        }
        newcomer = false;
    }

    /** Tells the only person here how others join. */
    private void invite(Invitation invitation) {
        if (!invitation.isOnlyHere()) {
            String key = invitation.page().isEmpty() ? "alone" : "alone.page";
            board.tell(key, invitation.address(), invitation.page());
        }
    }

    /** The people of the room, in one sentence. */
    void tellPeople() {
        board.tell("words", EventText.people(services.people().sorted()));
    }

    @Override
    public void rightsLost() {
        board.complain(WORDS.get("no-instructor", member.name()));
    }

    @Override
    public void refused(String sentence) {
        board.complain(sentence);
    }

    /** A guest has not chosen its name, and need not be told that the name is taken now. */
    boolean isOfNoInterest(Event.Err e) {
        return guestAgain && e.re().isEmpty();
    }

    /** Shows a message now, or when the history was told. */
    void hear(Msg e) {
        if (isDue(e)) {
            show(e);
        }
    }

    private boolean isDue(Msg e) {
        if (e.old()) {
            return !arrival.old(e); // otherwise the user has asked for it
        } else if (arrival.isOnTheWay()) {
            return e.isPrivate();
        }
        if (arrival.isWaiting()) {
            meanwhile.add(e.id()); // first, since this message may end the wait
        }
        return arrival.live(e);
    }

    @Override
    public void caughtUp(Missed missed, List<String> news) {
        if (!news.isEmpty()) {
            news.forEach(sentence -> board.tell("words", sentence));
            missed.told().forEach(this::show);
        } else if (services.console().isInteractive() && missed.messages() > 0) {
            board.tell("earlier");
            missed.lastTold(EARLIER).forEach(this::show);
            board.tell("earlier.end");
        } else {
            // a pipe sees only messages from now on, which may stand in the history already
            missed.told().stream().filter(e -> meanwhile.contains(e.id())).forEach(this::show);
        }
        meanwhile.clear();
        missed.since().forEach(this::show);
        for (Sent lost : services.sentItems().giveUp()) {
            board.complain(undelivered(lost));
        }
    }

    /** No history shows whether a private message was delivered, so the sentence does not say that it was not. */
    static String undelivered(Sent lost) {
        return WORDS.get(lost.to().isEmpty() ? "not-delivered" : "not-delivered.perhaps", lost.summary());
    }

    /** The connection is over, and no other one will follow: shows the messages that were held back. */
    void close() {
        arrival.close().forEach(this::show);
    }

    private void show(Msg e) {
        if (e.re().isEmpty() || !services.console().showsTyping()) {
            for (ScreenEntry entry : services.text().message(e, member.name())) {
                board.add(member.isInstructor() ? entry.numbered(e.id()) : entry);
            }
        }
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
