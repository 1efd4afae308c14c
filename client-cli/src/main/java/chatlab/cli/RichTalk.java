package chatlab.cli;

import chatlab.client.Connection;
import chatlab.client.LossReason;
import chatlab.client.Patience;
import chatlab.client.Sent;
import chatlab.protocol.Chat1;
import chatlab.protocol.Command;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.Event;
import chatlab.protocol.Event.Msg;
import chatlab.protocol.EventHandler;
import chatlab.protocol.Text;
import chatlab.protocol.Words;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** A conversation in CHAT/1: what each event means to this client. For the socket's thread only. */
final class RichTalk implements Talk, EventHandler<IOException> {
    private static final Words WORDS = new Words(RichTalk.class);

    /** Refused for what was sent and not for when: the same once more is not worth offering. */
    private static final Set<String> NEVER_SAID = Set.of(ErrorCode.NO_SUCH_NAME.wire(), ErrorCode.BAD_ARGS.wire());

    private final Services services;
    private final Connection connection;
    private final Patience patience;
    private final Member member;
    private final Board board;
    private final People people = new People();
    private final Arrival arrival;

    /** Until the HELLO: a server that has greeted lets a client in at once. */
    private final LongWait welcome;

    private boolean welcomed;

    /** Whether this person was an instructor on the connection before, and has not been told yet that it is so no more. */
    private boolean wasInstructor;

    private Event.Bye bye;

    RichTalk(Services services, Connection connection, Patience patience) {
        this.services = services;
        this.connection = connection;
        this.patience = patience;
        this.member = services.member();
        this.board = services.board();
        this.arrival = new Arrival(services, connection);
        this.welcome = LongWait.begin(services.console(), WORDS.get("waiting.welcome"));
    }

    /** The goodbye of the server, if it has said one. */
    Optional<Event.Bye> bye() {
        return Optional.ofNullable(bye);
    }

    /** This connection is over. */
    void ended() {
        welcome.close();
    }

    /** No other connection will follow this one. */
    void close() {
        arrival.close();
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
        board.addAll(services.text().event(event, member.you));
    }

    @Override
    public void hello(Event.Hello e) throws IOException {
        services.receipts().answered(e.re());
        member.token = e.token();
        patience.expectEvery(e.ping());
        if (welcomed) {
            youAre(e.you());
            return;
        }
        welcomed = true;
        welcome.close();
        wasInstructor = member.instructor;
        member.instructor = false; // until the list of people says so
        arrival.hello(e);
    }

    @Override
    public void msg(Msg e) throws IOException {
        if (e.isPrivate() && !member.isMe(e.from())) {
            services.partners().came(e.from(), e.at());
            services.partners().add(e.from());
        }
        services.names().add(EventText.name(e.from()));
        if (!e.re().isEmpty() && e.part().number() == e.part().of()) {
            services.receipts().answered(e.re());
        }
        if (arrival.isToBeShownNow(e)) {
            arrival.show(e);
        }
    }

    @Override
    public void join(Event.Join e) throws IOException {
        if (member.isMe(e.name())) {
            arrival.entered(e.room());
        } else {
            services.partners().came(e.name(), e.at());
            services.names().add(EventText.name(e.name()));
            show(e);
        }
    }

    @Override
    public void leave(Event.Leave e) {
        if (!member.isMe(e.name())) {
            if (!e.code().equals("moved")) {
                services.partners().left(e.name(), e.at());
            }
            services.names().remove(EventText.name(e.name()));
            people.gone(e.name());
            show(e);
        }
    }

    @Override
    public void nick(Event.Nick e) {
        if (member.isMe(e.old())) {
            youAre(e.now());
            return;
        }
        services.partners().renamed(e.old(), e.now(), e.at());
        services.names().remove(EventText.name(e.old()));
        services.names().add(EventText.name(e.now()));
        people.gone(e.old());
        show(e);
    }

    private void youAre(String name) {
        if (!name.equals(member.you)) {
            member.you = name;
            board.tell("you-are", EventText.name(name));
            services.console().setPrompt(EventText.name(name));
            services.names().setMe(EventText.name(name));
        }
    }

    @Override
    public void who(Event.Who e) {
        services.names().add(EventText.name(e.name()));
        if (member.isMe(e.name())) {
            member.instructor = People.isInstructor(e);
        }
        if (arrival.isAskingWho() || services.receipts().isWaitingFor(sent -> sent.command() instanceof Command.Who)) {
            people.listed(e);
            return;
        }
        String change = people.changed(e);
        if (!change.isEmpty() && !member.isMe(e.name())) { // one is told of oneself by a NOTE
            board.tell("words", change);
        }
    }

    @Override
    public void end(Event.End e) throws IOException {
        if (arrival.isEndOfWho(e.re())) {
            String list = people.list();
            if (services.console().isInteractive() && !arrival.isBack()) {
                board.tell("words", list);
            }
            if (wasInstructor && !member.instructor) {
                board.complain(WORDS.get("no-instructor", EventText.name(member.you)));
            }
            wasInstructor = false;
        } else if (!arrival.isEndOfHistory(e)) {
            Optional<Sent> question = services.receipts().answered(e.re());
            if (question.isPresent() && question.get().command() instanceof Command.Who) {
                board.tell("words", people.list());
            } else if (e.gap()) {
                show(e);
            }
        }
    }

    @Override
    public void ok(Event.Ok e) throws IOException {
        Command done = services.receipts().answered(e.re()).map(Sent::command).orElse(null);
        if (done instanceof Command.Nick nick) {
            youAre(nick.name());
        } else if (done instanceof Command.Join join) {
            arrival.entered(join.room());
        } else if (done instanceof Command.Leave) {
            arrival.entered(Chat1.LOBBY);
        } else if (!arrival.isAnswer(e.re())) {
            show(e);
        }
    }

    @Override
    public void err(Event.Err e) throws IOException {
        if (!arrival.isRefusal(e)) {
            return;
        }
        board.complain(Text.clean(e.words().isEmpty() ? e.code() : e.words()));
        Optional<Sent> sent = services.receipts().answered(e.re());
        boolean mayBeSaidLater = !NEVER_SAID.contains(e.code());
        if (sent.isPresent() && sent.get().isMessage() && mayBeSaidLater) {
            services.receipts().undelivered(sent.get());
            board.complain(WORDS.get("not-said", sent.get().summary()));
        } else {
            services.receipts().failed();
        }
    }

    @Override
    public void ping(Event.Ping e) throws IOException {
        connection.send("/pong " + e.text());
    }

    @Override
    public void pong(Event.Pong e) {
        services.receipts().answered(e.re()).ifPresent(ping -> show(e));
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
    public void note(Event.Note e) {
        show(e);
    }
}
