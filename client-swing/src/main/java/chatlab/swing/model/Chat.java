package chatlab.swing.model;

import chatlab.client.Invitation;
import chatlab.client.Member;
import chatlab.client.NameCompletion;
import chatlab.client.Participant;
import chatlab.client.People;
import chatlab.protocol.Event;
import chatlab.protocol.InstructorCommand.Lock;
import chatlab.protocol.Verb;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All that the client knows. Views read it; {@link Feed} and {@link Actions} change it. */
public final class Chat {
    /** What the server has told of this person. A new object after {@link #forget}. */
    Member member = new Member("");

    final People people = new People();
    final Conversations conversations = new Conversations();
    final Questions questions = new Questions();
    final ClassState classState = new ClassState();
    final ClassProgress progress = new ClassProgress();
    final CourseNews courseNews = new CourseNews();
    final SeenPeople seenPeople = new SeenPeople();
    private final Obstacles obstacles = new Obstacles(this);
    final TranscriptWriter board;
    final OwnMessages ownMessages;

    Status status = new Status.Idle();

    /** The name that the user has chosen, at first or later on; empty for a guest. */
    String chosen = "";

    /** The name that the server has refused, with the reason; null if it has refused none. */
    Status.NameRefused refused;

    /** The user has said goodbye. */
    boolean leaving;

    String server = "";
    List<RoomCount> rooms = List.of();
    List<Event.Thread> serverThreads = List.of();

    private final Clock clock;
    private final NameCompletion completion = new NameCompletion();
    private Suggestion suggestion = new Suggestion();

    public Chat(Clock clock) {
        this.clock = clock;
        this.board = new TranscriptWriter(clock, conversations);
        this.ownMessages = new OwnMessages(conversations, board);
    }

    /** Forgets everything but what the user has typed. */
    void forget() {
        member = new Member("");
        chosen = "";
        refused = null;
        leaving = false;
        people.forget();
        conversations.forget();
        classState.forget();
        progress.forget();
        courseNews.forget();
        seenPeople.forget();
        questions.forget(TranscriptWriter.words("unanswered"));
        ownMessages.connectionLost();
        ownMessages.giveUp();
        suggestion = new Suggestion();
        status = new Status.Idle();
        rooms = List.of();
        serverThreads = List.of();
    }

    public Clock clock() {
        return clock;
    }

    public Status status() {
        return status;
    }

    /** The address of the server that the user wants to be at; empty before there is one. */
    public String server() {
        return server;
    }

    /** The user has chosen a name; {@code words} say why it cannot be had. */
    void refuse(String name, String words) {
        refused = new Status.NameRefused(words, suggestion.instead(name, this::isInUse));
        settle();
    }

    /** We are in, though perhaps not under the name that the user wants. */
    void settle() {
        status = refused == null ? new Status.Joined() : refused;
    }

    private boolean isInUse(String name) {
        return member.isMe(name) || people.find(name).isPresent();
    }

    /** What the server calls itself; empty before it has said so. */
    public String title() {
        return member.title();
    }

    /** How others join the server. */
    public Invitation invitation() {
        return member.invitation(server);
    }

    /** Whether the server keeps a transcript. */
    public boolean isRecorded() {
        return member.isRecorded();
    }

    /** My name, empty before there is one. */
    public String me() {
        return member.name();
    }

    /** The name that the user has chosen, at first or later on; empty for a guest. */
    public String chosenName() {
        return chosen;
    }

    public boolean isInstructor() {
        return member.isInstructor();
    }

    public boolean isMuted() {
        return member.isMuted();
    }

    /** Whether the instructor has asked for silence. */
    public boolean isHushed() {
        return member.isHushed();
    }

    /** What belongs to the class beside its talk. */
    public ClassState classState() {
        return classState;
    }

    /** What each student has done in the course. */
    public ClassProgress progress() {
        return progress;
    }

    /** What has happened to the chapters of the course. */
    public CourseNews courseNews() {
        return courseNews;
    }

    public SeenPeople seenPeople() {
        return seenPeople;
    }

    /** The people of this room: instructors first, then by name. */
    public List<Participant> people() {
        return people.sorted();
    }

    /** Counts the changes of {@link #people}, so that a view need not look at them each time. */
    public int peopleRevision() {
        return people.revision();
    }

    /** The rooms as of the last time that the server was asked, the one we are in included. */
    public List<RoomCount> rooms() {
        return rooms;
    }

    /** The room first, then the private ones in the order in which they began. Never empty. */
    public List<Conversation> conversations() {
        return conversations.all();
    }

    /** The conversation that the user looks at. */
    public Conversation open() {
        return conversations.open();
    }

    /** Unread messages in all conversations. */
    public int unread() {
        return conversations.all().stream().mapToInt(Conversation::unread).sum();
    }

    /** The latest thing that the user should see and has not looked at. */
    public Optional<Alert> alert() {
        return conversations.alert();
    }

    /** Why nothing can be said in this conversation now, in words; empty where something can. */
    public Optional<String> whyNot(Conversation conversation) {
        return whyNot(conversation.isPrivate() ? conversation.name() : "");
    }

    /** The same for one person in private, or for the room where {@code person} is empty. */
    Optional<String> whyNot(String person) {
        return whyOffline().or(() -> obstacles.whyNot(person));
    }

    /** Why the instructor has taken this from the user, in words; empty where the user has it. */
    public Optional<String> whyLocked(Lock.Kind kind) {
        return obstacles.whyLocked(kind);
    }

    /** Whether the user must agree first, since the other person may be another one by now. */
    public boolean needsAgreement(Conversation conversation) {
        return conversation.isPrivate() && isOnline() && obstacles.isAnother(conversation.name());
    }

    /** A person of this name is here, or has written. */
    void partnerCame(String name, Instant at) {
        if (conversations.partners.came(name, at)) {
            tellOfAnother(name);
        }
    }

    /** The name of a partner has changed hands. */
    void tellOfAnother(String name) {
        conversations
                .find(name)
                .ifPresent(conversation ->
                        obstacles.change(name).ifPresent(words -> board.notice(conversation, Entry.Tone.INFO, words)));
    }

    /** Whether commands reach the server. */
    boolean isOnline() {
        return status instanceof Status.Joined;
    }

    /** Why no command reaches the server, in words; empty where commands do. */
    public Optional<String> whyOffline() {
        if (isOnline()) {
            return Optional.empty();
        }
        boolean ended = status instanceof Status.Ended || status instanceof Status.Idle;
        String key = status instanceof Status.NameRefused ? "why.name" : ended ? "why.ended" : "why.lost";
        return Optional.of(TranscriptWriter.words(key));
    }

    /** What the server's threads did when it was last asked; {@link chatlab.protocol.Event.Thread} with clean texts. */
    public List<Event.Thread> serverThreads() {
        return serverThreads;
    }

    /** Names of people in this room and in private conversations that complete the text before the caret. */
    public NameCompletion.Proposal completions(String text, int caret) {
        List<String> names = new ArrayList<>(people.names());
        names.addAll(conversations.privateNames());
        return completion.propose(text, caret, names, member.name());
    }

    /** The commands for people that begin like this, without the slash and in any case. */
    public List<Verb> commands(String prefix) {
        String start = prefix.toLowerCase(Locale.ROOT);
        return Arrays.stream(Verb.values())
                .filter(verb -> verb.isForPeople() && verb != Verb.PASTE) // several lines are one without it
                .filter(verb -> member.isInstructor() || !verb.isForInstructor())
                .filter(verb -> verb.word().startsWith(start))
                .toList();
    }
}
