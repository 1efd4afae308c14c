package chatlab.swing.model;

import chatlab.client.Member;
import chatlab.client.Participant;
import chatlab.client.Presence;
import chatlab.client.Shown;
import chatlab.protocol.Chat1;
import chatlab.protocol.ClassroomCommand;
import chatlab.protocol.Command;
import chatlab.protocol.Event;
import chatlab.protocol.NaturalOrder;
import chatlab.swing.model.Entry.Tone;
import chatlab.swing.model.Questions.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the server answers to commands, as far as other classes do not wait for it. */
final class Answers {
    static final int MAX_ROOMS = 200;
    static final int MAX_THREADS = 500;

    /** Names, rooms or threads that one answer shows. */
    private static final int MAX_SHOWN = 40;

    private static final int MAX_WORDS = 200;

    private static final Comparator<RoomCount> LOBBY_FIRST = Comparator.comparing(
                    (RoomCount room) -> !Member.same(room.name(), Chat1.LOBBY))
            .thenComparing(RoomCount::name, new NaturalOrder());

    private final Chat chat;
    private final Presence presence;
    private final List<RoomCount> rooms = new ArrayList<>();
    private final List<Event.Thread> threads = new ArrayList<>();

    /** Whether lines of a history that the user has asked for were shown. */
    private boolean historyBegun;

    Answers(Chat chat, Presence presence) {
        this.chat = chat;
        this.presence = presence;
    }

    /** An answer that was begun will not be told to its end. */
    void forget() {
        rooms.clear();
        threads.clear();
        if (historyBegun) {
            endHistory(false);
        }
    }

    void ok(Event.Ok e) {
        Optional<Question> question = chat.questions.answered(e.re());
        Command done = question.map(Question::command).orElse(null);
        question.map(Question::reply).ifPresent(Reply::done);
        if (done instanceof ClassroomCommand.Vote vote) {
            chat.classState.voted(vote.option());
        }
        if (!presence.done(done) && !e.words().isBlank()) {
            chat.board.notice(where(question), Tone.INFO, Shown.words(e.words()));
        }
    }

    void err(Event.Err e) {
        String words = Shown.words(e.words().isBlank() ? e.code() : e.words());
        Optional<Question> question = chat.questions.answered(e.re());
        if (question.isEmpty() && chat.ownMessages.refused(e.re(), words)) {
            return;
        }
        if (question.isPresent()) {
            forget();
        }
        if (question.isEmpty() || !question.get().reply().refused(words)) {
            chat.board.notice(where(question), Tone.ERROR, words);
        }
    }

    void pong(Event.Pong e) {
        chat.questions
                .answered(e.re())
                .filter(Question::shown)
                .ifPresent(ping -> chat.board.tell(where(Optional.of(ping)), "pong", Shown.words(e.text())));
    }

    void room(Event.Room e) {
        if (rooms.size() < MAX_ROOMS && chat.questions.isWaitingFor(Command.Rooms.class)) {
            rooms.add(new RoomCount(Shown.name(e.name()), e.people()));
        }
    }

    void thread(Event.Thread e) {
        if (threads.size() < MAX_THREADS && chat.questions.isWaitingFor(Command.Threads.class)) {
            threads.add(new Event.Thread(
                    Shown.name(e.name()),
                    Shown.name(e.role()),
                    Shown.name(e.of()),
                    Shown.name(e.state()),
                    Shown.cut(Shown.words(e.words()), MAX_WORDS)));
        }
    }

    /** A line of a history that was asked for by hand. */
    void old(Event.Msg message, Messages messages) {
        if (!chat.questions.isWaitingFor(Command.History.class)) {
            return;
        }
        if (!historyBegun) {
            historyBegun = true;
            chat.board.divide(chat.conversations.room(), "earlier");
        }
        messages.hearOld(message);
    }

    /** Returns the command that is answered now; empty where none waits for this. */
    Optional<Command> end(Event.End e) {
        Optional<Question> question = chat.questions.answered(e.re());
        Conversation where = where(question);
        boolean shown = question.map(Question::shown).orElse(false);
        Command asked = question.map(Question::command).orElse(null);
        if (asked instanceof Command.Who) {
            tellWho(where);
        } else if (asked instanceof Command.Rooms) {
            chat.rooms = rooms.stream().sorted(LOBBY_FIRST).toList();
            rooms.clear();
            if (shown) {
                tellRooms(where);
            }
        } else if (asked instanceof Command.Threads) {
            chat.serverThreads = List.copyOf(threads);
            threads.clear();
            if (shown) {
                tellThreads(where);
            }
        } else if (asked instanceof Command.History) {
            endHistory(e.gap());
        } else {
            forget(); // the rows may be of an answer that is not waited for any more
        }
        return question.map(Question::command);
    }

    private void tellWho(Conversation where) {
        List<String> names = chat.people.sorted().stream().map(Answers::words).collect(Collectors.toList());
        chat.board.tell(where, "who", names.size(), Moves.names(names, MAX_SHOWN));
    }

    private static String words(Participant person) {
        List<String> states = new ArrayList<>();
        if (person.instructor()) {
            states.add(TranscriptWriter.words("state.op"));
        }
        if (person.muted()) {
            states.add(TranscriptWriter.words("state.muted"));
        }
        if (person.lost()) {
            states.add(TranscriptWriter.words("state.lost"));
        }
        return states.isEmpty()
                ? person.name()
                : TranscriptWriter.words("who.states", person.name(), Moves.list(states));
    }

    private void tellRooms(Conversation where) {
        List<String> names = chat.rooms.stream()
                .map(room -> TranscriptWriter.words("room", room.name(), room.people()))
                .collect(Collectors.toList());
        chat.board.tell(where, "rooms", names.size(), Moves.names(names, MAX_SHOWN));
    }

    private void tellThreads(Conversation where) {
        chat.serverThreads.stream()
                .limit(MAX_SHOWN)
                .map(thread -> thread.words().isBlank() ? thread.name() : thread.words()) // they name it too
                .forEach(words -> chat.board.tell(where, "thread", words));
        if (chat.serverThreads.size() > MAX_SHOWN) {
            chat.board.tell(where, "threads.more", chat.serverThreads.size() - MAX_SHOWN);
        }
    }

    private void endHistory(boolean gap) {
        Conversation room = chat.conversations.room();
        if (historyBegun) {
            chat.board.divide(room, "now");
        } else {
            chat.board.tell(room, "history.none");
        }
        if (gap) {
            chat.board.tell(room, "gap");
        }
        historyBegun = false;
    }

    /** Where the question was asked, if that is still there. */
    private Conversation where(Optional<Question> question) {
        return question.map(Question::conversation)
                .filter(chat.conversations::contains)
                .orElse(chat.conversations.open());
    }
}
