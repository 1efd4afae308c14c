package chatlab.cli;

import chatlab.client.Arrival;
import chatlab.client.ChatConnection;
import chatlab.client.ClassNews;
import chatlab.client.LossReason;
import chatlab.client.Member;
import chatlab.client.Participant;
import chatlab.client.Patience;
import chatlab.client.Presence;
import chatlab.client.Sent;
import chatlab.client.Shown;
import chatlab.protocol.ClassroomCommand;
import chatlab.protocol.ClassroomEvent;
import chatlab.protocol.Command;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.Event;
import chatlab.protocol.Event.Msg;
import chatlab.protocol.EventHandler;
import chatlab.protocol.Words;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A conversation in CHAT/1: what each event means to this client. For the socket's thread only. */
final class RichTalk implements Talk, EventHandler<IOException>, Presence.Listener {
    private static final Words WORDS = new Words(RichTalk.class);

    /** Refusals because of the text itself: sending the same text again would not help. */
    private static final Set<String> NEVER_SAID = Set.of(ErrorCode.NO_SUCH_NAME.wire(), ErrorCode.BAD_ARGS.wire());

    private final Services services;
    private final ChatConnection connection;
    private final Patience patience;
    private final Member member;
    private final Board board;
    private final ArrivalLines arrivalLines;
    private final Arrival arrival;
    private final Presence presence;
    private final ClassNews classNews;

    /** Until the HELLO: a server that has greeted lets a client in at once. */
    private final LongWait welcome;

    private boolean welcomed;
    private Event.Bye bye;

    RichTalk(Services services, ChatConnection connection, Patience patience) {
        this.services = services;
        this.connection = connection;
        this.patience = patience;
        this.member = services.member();
        this.board = services.board();
        this.arrivalLines = new ArrivalLines(services, connection);
        this.arrival = arrivalLines.arrival();
        this.presence = new Presence(services.clock(), member, services.people(), services.partners(), arrival, this);
        this.classNews = new ClassNews(member, services.clock());
        this.welcome = LongWait.begin(services.console(), WORDS.get("waiting.welcome"));
    }

    /** The goodbye of the server, if it has said one. */
    Optional<Event.Bye> goodbye() {
        return Optional.ofNullable(bye);
    }

    /** This connection is over. */
    void ended() {
        welcome.close();
    }

    /** No other connection will follow this one. */
    void close() {
        arrivalLines.close();
    }

    @Override
    public Talk received(String line) throws IOException {
        Optional<Event> event = Event.parse(line);
        if (!welcomed && !(event.orElse(null) instanceof Event.Hello)) {
            board.add(EventText.raw(line)); // was on its way before the server heard that it speaks to a program
        } else if (event.isPresent()) {
            event.get().accept(this);
        }
        return this;
    }

    @Override
    public void silent() throws IOException {
        throw new IOException(LossReason.silence());
    }

    private void show(Event event) {
        board.addAll(services.text().event(event, member.name()));
    }

    @Override
    public void hello(Event.Hello e) {
        services.sentItems().answered(e.re());
        patience.expectEvery(e.ping());
        if (welcomed) {
            presence.youAre(Shown.name(e.you()));
            member.hello(e);
            return;
        }
        welcomed = true;
        welcome.close();
        arrivalLines.hello(e);
    }

    @Override
    public void msg(Msg e) {
        String from = Shown.name(e.from());
        if (e.isPrivate() && !member.isMe(from)) {
            services.partners().came(from, e.at());
            services.partners().add(from);
        }
        services.names().add(from);
        if (!e.re().isEmpty() && e.part().number() == e.part().of()) {
            services.sentItems().answered(e.re());
        }
        arrivalLines.hear(e);
    }

    @Override
    public void join(Event.Join e) {
        presence.join(e);
    }

    @Override
    public void joined(String name, Event.Join e) {
        services.names().add(name);
        show(e);
    }

    @Override
    public void leave(Event.Leave e) {
        presence.leave(e);
    }

    @Override
    public void left(String name, Event.Leave e) {
        services.names().remove(name);
        show(e);
    }

    @Override
    public void nick(Event.Nick e) {
        presence.nick(e);
    }

    @Override
    public void renamed(String old, String now, Event.Nick e) {
        services.names().remove(old);
        services.names().add(now);
        show(e);
    }

    @Override
    public void youAre(String name) {
        board.tell("you-are", name);
        services.console().setPrompt(name);
        services.names().setMe(name);
    }

    @Override
    public void who(Event.Who e) {
        services.names().add(Shown.name(e.name()));
        presence.who(e);
    }

    @Override
    public void changed(Participant before, Participant now) {
        tell("state.op", before.instructor(), now.instructor(), now.name());
        tell("state.muted", before.muted(), now.muted(), now.name());
        tell("state.lost", before.lost(), now.lost(), now.name());
    }

    private void tell(String key, boolean before, boolean now, String name) {
        if (before != now) {
            board.tell(key + (now ? ".on" : ".off"), name);
        }
    }

    @Override
    public void partnerLeft(String name) {
        // the user is told when there is something to send
    }

    @Override
    public void partnerChanged(String name) {
        // likewise
    }

    @Override
    public void partnerRenamed(String old, String now, boolean taken) {
        // likewise
    }

    @Override
    public void end(Event.End e) {
        if (arrival.isEnd(e)) {
            return;
        }
        classNews.takeProgress().forEach(line -> board.tell("words", line));
        Command asked = services.sentItems().answered(e.re()).map(Sent::command).orElse(null);
        if (asked instanceof Command.Who) {
            arrivalLines.tellPeople();
        } else if (asked instanceof ClassroomCommand.Hands && !classNews.hasHands()) {
            board.tell("hands.none");
        } else if (e.gap()) {
            show(e);
        }
    }

    @Override
    public void ok(Event.Ok e) {
        if (arrival.isOk(e)) {
            return;
        }
        Command done = services.sentItems().answered(e.re()).map(Sent::command).orElse(null);
        if (!presence.done(done)) {
            show(e);
        }
    }

    @Override
    public void err(Event.Err e) {
        if (arrival.isRefusal(e) || arrivalLines.isOfNoInterest(e)) {
            return;
        }
        board.complain(Shown.words(e.words().isEmpty() ? e.code() : e.words()));
        Optional<Sent> sent = services.sentItems().answered(e.re());
        boolean mayBeSaidLater = !NEVER_SAID.contains(e.code());
        if (sent.isPresent() && sent.get().isMessage() && mayBeSaidLater) {
            services.sentItems().undelivered(sent.get());
            board.complain(WORDS.get("not-said", sent.get().summary()));
        } else {
            services.sentItems().failed();
        }
    }

    @Override
    public void ping(Event.Ping e) throws IOException {
        connection.send("/pong " + e.text());
    }

    @Override
    public void pong(Event.Pong e) {
        services.sentItems().answered(e.re()).ifPresent(ping -> show(e));
    }

    @Override
    public void note(Event.Note e) {
        member.note(e);
        show(e);
    }

    @Override
    public void bye(Event.Bye e) {
        bye = e;
        show(e);
    }

    @Override
    public void room(Event.Room e) {
        show(e);
    }

    @Override
    public void thread(Event.Thread e) {
        show(e);
    }

    @Override
    public void classroom(ClassroomEvent e) {
        classNews
                .sentence(e, kind -> services.sentItems().isWaitingFor(sent -> kind.isInstance(sent.command())))
                .ifPresent(words -> board.tell("words", words));
    }

    @Override
    public void gone(ClassroomEvent.Gone e) {
        if (arrival.gone(e)) {
            classroom(e);
        }
    }

    @Override
    public void poll(ClassroomEvent.Poll e) {
        boolean open = e.state() == ClassroomEvent.Poll.State.OPEN;
        services.names().setAnswers(open ? e.options().stream().map(Shown::name).toList() : List.of());
        classroom(e);
    }
}
