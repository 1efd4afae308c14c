package chatlab.swing.model;

import chatlab.client.Arrival;
import chatlab.client.ClassNews;
import chatlab.client.Presence;
import chatlab.client.Shown;
import chatlab.protocol.Chat1;
import chatlab.protocol.ClassroomCommand;
import chatlab.protocol.ClassroomEvent;
import chatlab.protocol.Command;
import chatlab.protocol.Event;
import chatlab.protocol.EventHandler;
import chatlab.protocol.InstructorCommand;
import chatlab.swing.model.Entry.Tone;
import chatlab.swing.model.Questions.Question;
import java.util.List;
import java.util.Optional;

/** What the events of one connection mean, once this person is in. HELLO and BYE are for {@link Feed}. */
final class ConnectionEvents implements EventHandler<RuntimeException> {
    private final Chat chat;
    private final Outgoing out;
    private final Messages messages;
    private final Backlog backlog;
    private final Arrival arrival;
    private final Presence presence;
    private final Answers answers;
    private final ClassNews classNews;

    ConnectionEvents(Chat chat, Outgoing out, Messages messages) {
        this.chat = chat;
        this.out = out;
        this.messages = messages;
        this.backlog = new Backlog(chat, out, messages);
        this.arrival = backlog.arrival();
        this.presence = new Presence(
                chat.clock(),
                chat.member,
                chat.people,
                chat.conversations.partners,
                arrival,
                new PresenceTeller(chat, backlog));
        this.answers = new Answers(chat, presence);
        this.classNews = new ClassNews(chat.member, chat.clock());
    }

    /** The first HELLO. */
    void welcome(Event.Hello e) {
        chat.classState.anew();
        chat.progress.outdated();
        chat.courseNews.anew(e.run().equals(chat.member.run()));
        arrival.hello(e);
    }

    void youAre(String name) {
        presence.youAre(name);
    }

    /** So many events were left out that all may have changed: asks for it again. */
    void again(int events) {
        answers.forget();
        chat.classState.outdated();
        chat.progress.outdated();
        chat.courseNews.outdated();
        backlog.again(events);
        for (Command command : List.of(new ClassroomCommand.Hands(false), new ClassroomCommand.Poll("", ""))) {
            chat.questions.ask(new Question(command, chat.conversations.room(), false, Reply.SILENT), out);
        }
    }

    /** No other connection will follow this one. */
    void close() {
        backlog.close();
    }

    /** Shows some of the events that were put off. Says whether there were any. */
    boolean tellMore() {
        return backlog.tellMore();
    }

    void happened(Event event) {
        if (!(event instanceof Event.Msg
                || event instanceof Event.Ping)) { // a ping may come between the parts of a paste
            messages.finish();
        }
        event.accept(this);
    }

    @Override
    public void hello(Event.Hello e) {}

    @Override
    public void bye(Event.Bye e) {}

    @Override
    public void ping(Event.Ping e) {
        out.send(List.of("/pong " + e.text()));
    }

    @Override
    public void msg(Event.Msg e) {
        if (e.isPrivate()) {
            messages.hear(e);
        } else if (arrival.isOnTheWay()) {
            chat.ownMessages.delivered(e.re()); // of a room that is left at once
        } else if (!isOfThisRoom(e)) {
            chat.ownMessages.delivered(e.re());
        } else if (!e.old()) {
            chat.seenPeople.said(Shown.name(e.from()));
            backlog.live(e);
        } else if (!arrival.old(e)) {
            answers.old(e, messages);
        }
    }

    private boolean isOfThisRoom(Event.Msg e) {
        return e.room().equals(Chat1.ALL_ROOMS) || chat.member.isIn(Shown.name(e.room()));
    }

    @Override
    public void join(Event.Join e) {
        chat.seenPeople.seen(Shown.name(e.name()), e.at());
        presence.join(e);
    }

    @Override
    public void leave(Event.Leave e) {
        presence.leave(e);
    }

    @Override
    public void nick(Event.Nick e) {
        chat.seenPeople.renamed(Shown.name(e.old()), Shown.name(e.now()));
        presence.nick(e);
    }

    @Override
    public void who(Event.Who e) {
        chat.seenPeople.seen(Shown.name(e.name()), chat.clock().instant());
        presence.who(e);
    }

    @Override
    public void note(Event.Note e) {
        chat.member.note(e);
        chat.classState.note(e);
        if (e.code().equals("restarted")) { // the run may be the former one
            chat.courseNews.restarted();
        }
        if (e.code().equals("forgotten") || e.code().equals("op")) { // a former instructor was told nothing in between
            chat.progress.outdated();
        }
        String words = Shown.words(e.words());
        if (!words.isBlank()) {
            backlog.whenCaughtUp(() -> chat.board.notice(chat.conversations.room(), Tone.INFO, words));
        }
    }

    @Override
    public void end(Event.End e) {
        if (arrival.isEnd(e)) {
            chat.courseNews.greeted();
            return;
        }
        Command asked = answers.end(e).orElse(null);
        if (asked instanceof InstructorCommand.Progress) {
            chat.progress.complete();
            classNews.takeProgress().forEach(this::tell);
        } else if (asked instanceof ClassroomCommand.Hands) {
            chat.classState.takeUntold().forEach(name -> hand(new ClassroomEvent.Hand(name, 0, "", "")));
        }
    }

    @Override
    public void ok(Event.Ok e) {
        if (!arrival.isOk(e)) {
            answers.ok(e);
        }
    }

    @Override
    public void err(Event.Err e) {
        if (!arrival.isRefusal(e)) {
            answers.err(e);
        }
    }

    @Override
    public void pong(Event.Pong e) {
        answers.pong(e);
    }

    @Override
    public void room(Event.Room e) {
        answers.room(e);
    }

    @Override
    public void thread(Event.Thread e) {
        answers.thread(e);
    }

    @Override
    public void gone(ClassroomEvent.Gone e) {
        arrival.gone(e);
        backlog.whenCaughtUp(() -> chat.board.gone(e));
    }

    @Override
    public void hand(ClassroomEvent.Hand e) {
        boolean mine = chat.member.isMe(Shown.name(e.name()));
        chat.classState.hand(e, mine);
        Optional<String> words = classNews.sentence(e, chat.questions::isUserWaitingFor);
        if (!mine || chat.questions.isWaitingFor(ClassroomCommand.Hands.class)) { // the window shows the own hand
            words.ifPresent(this::tell);
        }
    }

    @Override
    public void undo(ClassroomEvent.Undo e) {
        chat.classState.undo(e);
    }

    @Override
    public void poll(ClassroomEvent.Poll e) {
        chat.classState.poll(e);
        classroom(e);
    }

    @Override
    public void timer(ClassroomEvent.Timer e) {
        chat.classState.timer(e, chat.clock().instant());
        classroom(e);
    }

    @Override
    public void did(ClassroomEvent.Did e) {
        chat.progress.did(e);
        classroom(e);
    }

    @Override
    public void predictions(ClassroomEvent.Predictions e) {
        chat.courseNews.predictions(e);
        classroom(e);
    }

    @Override
    public void classroom(ClassroomEvent e) {
        classNews.sentence(e, chat.questions::isUserWaitingFor).ifPresent(this::tell);
    }

    private void tell(String words) {
        note(new Event.Note("", words));
    }
}
