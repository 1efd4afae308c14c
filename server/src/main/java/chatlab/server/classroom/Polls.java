package chatlab.server.classroom;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.Chat1;
import chatlab.protocol.ClassroomCommand;
import chatlab.protocol.ClassroomEvent;
import chatlab.protocol.ClassroomEvent.Poll.State;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.Name;
import chatlab.protocol.Text;
import chatlab.server.chat.Hall;
import chatlab.server.chat.Person;
import chatlab.server.log.EventLog;
import chatlab.server.support.RefusedException;
import chatlab.server.support.Scheduler;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The poll of the class, one at a time. How many chose which answer is counted only when the instructor shows it. For use within {@link Hall#inOrder}, whose lock guards all of it.
 */
public final class Polls {
    /** Characters. */
    private static final int MAX_OPTION = 20;

    private static final int MAX_QUESTION = 200;

    /** Names that have voted. */
    private static final int MAX_VOTES = 1000;

    /** Votes of people that have left: without a limit, one person that comes and goes could fill the poll. */
    private static final int MAX_LEFT_OF_ADDRESS = 64;

    /** The shortest time between two events about new votes, milliseconds. */
    private static final int REST = 1000;

    private final Audience audience;
    private final EventLog eventLog;
    private final Scheduler scheduler;

    /** What the class was told last of the poll; null where there was none. */
    private ClassroomEvent.Poll poll;

    /** How many people could answer when the counts were shown. */
    private int ofShown;

    /** {@code nanoTime} when it was opened, closed or shown last. */
    private long changedAt;

    /** Whether there is a limit to the votes from this address. */
    private final Predicate<InetAddress> isLimited;

    /** By the key of a name. The name that has voted first is first. Empty once the counts are shown. */
    private final Map<String, Vote> votes = new LinkedHashMap<>();

    /** Whether an event was sent a moment ago, so that the next one about new votes must wait. */
    private boolean resting;

    /** {@code option}: the index of the answer. */
    private record Vote(int option, InetAddress address) {}

    Polls(Audience audience, EventLog eventLog, Scheduler scheduler, Predicate<InetAddress> isLimited) {
        this.audience = audience;
        this.eventLog = eventLog;
        this.scheduler = scheduler;
        this.isLimited = isLimited;
    }

    /** Opens, closes or shows a poll. Where the command asks for the poll alone, the person is told of it. */
    public void obey(Person by, ClassroomCommand.Poll command) throws RefusedException {
        if (command.what().isEmpty()) {
            by.send(now().orElseThrow(() -> Audience.notAllowed("poll.none")));
            return;
        }
        if (!by.isInstructor()) {
            throw Audience.notAllowed("not-allowed");
        }
        switch (command.what()) {
            case ClassroomCommand.Poll.CLOSE -> close(by);
            case ClassroomCommand.Poll.SHOW -> show(by);
            default -> open(by, options(command.what()), Audience.text(command.question(), MAX_QUESTION));
        }
    }

    /** The poll as the class may know it; empty where there was none. */
    public Optional<ClassroomEvent.Poll> now() {
        return Optional.ofNullable(poll);
    }

    /** When it was opened, closed or shown last, by {@code nanoTime}. */
    public long changedAt() {
        return changedAt;
    }

    /** How many people may answer the poll that there is: the students and guests that are here, and the people that have answered. */
    public int of() {
        return poll.state() == State.SHOWN ? ofShown : countVoters();
    }

    private int countVoters() {
        Set<String> voters = new HashSet<>(votes.keySet());
        audience.all().stream()
                .filter(person -> !person.isInstructor())
                .forEach(person -> voters.add(person.name().key()));
        return Math.max(voters.size(), poll.voted()); // a vote may have gone since that was told
    }

    private void open(Person by, List<String> options, String question) {
        if (poll != null && poll.state() != State.SHOWN) {
            tell(by, State.VOID, List.of());
        }
        votes.clear();
        poll = new ClassroomEvent.Poll(State.OPEN, options, 0, List.of(), question);
        tell(by, State.OPEN, List.of());
    }

    private void close(Person by) throws RefusedException {
        checkOpen();
        tell(by, State.CLOSED, List.of());
    }

    private void show(Person by) throws RefusedException {
        if (poll == null || poll.state() == State.SHOWN) {
            throw Audience.notAllowed("poll.not-to-show");
        }
        Integer[] counts = new Integer[poll.options().size()];
        for (int i = 0; i < counts.length; i++) {
            int option = i;
            counts[i] = (int) votes.values().stream()
                    .filter(vote -> vote.option() == option)
                    .count();
        }
        ofShown = countVoters();
        tell(by, State.SHOWN, List.of(counts));
        votes.clear();
    }

    private void checkOpen() throws RefusedException {
        if (poll == null || poll.state() != State.OPEN) {
            throw Audience.notAllowed("poll.not-open");
        }
    }

    /** Answers are compared without regard to case. Returns what was done, in words. */
    public String vote(Person person, String typed) throws RefusedException {
        checkOpen();
        int option = poll.options().stream().map(Polls::key).toList().indexOf(key(typed));
        if (option < 0) {
            throw new RefusedException(
                    ErrorCode.BAD_ARGS, WORDS.get("poll.no-option", String.join(", ", poll.options())));
        }
        String name = person.name().key();
        if (!votes.containsKey(name) && votes.size() >= MAX_VOTES) {
            throw new RefusedException(ErrorCode.FULL, WORDS.get("poll.full", MAX_VOTES));
        }
        votes.put(name, new Vote(option, person.address()));
        tellVotes();
        return WORDS.get("poll.voted", poll.options().get(option));
    }

    /** A vote is for the name, so that it cannot be given twice by changing that. After the end nothing changes any more. */
    void renamed(Person person, Name old) {
        if (poll != null && poll.state() == State.OPEN && votes.containsKey(old.key())) {
            votes.put(person.name().key(), votes.remove(old.key()));
            tellVotes(); // the new name may have had a vote from before
        }
    }

    /**
     * A vote stays when its person leaves, but for that of a guest, which could come again as another guest and vote again. Of one
     * address only so many stay.
     */
    void departed(Person person) {
        if (poll == null || poll.state() != State.OPEN) {
            return;
        }
        if (person.isGuest()) {
            votes.remove(person.name().key());
        }
        List<String> left = votesOfPeopleThatLeft(person.address());
        if (isLimited.test(person.address()) && left.size() > MAX_LEFT_OF_ADDRESS) {
            votes.remove(left.get(0));
        }
        tellVotes();
    }

    private List<String> votesOfPeopleThatLeft(InetAddress address) {
        Set<String> present = new HashSet<>();
        audience.hall()
                .roster()
                .all()
                .forEach(person -> present.add(person.name().key()));
        return votes.keySet().stream()
                .filter(name -> votes.get(name).address().equals(address) && !present.contains(name))
                .toList();
    }

    /** A plain client is told only while there is something to do. */
    void greet(Person person) {
        if (poll != null && (person.isRich() || poll.state() == State.OPEN)) {
            person.send(poll);
        }
    }

    private void tell(Person by, State state, List<Integer> counts) {
        changedAt = System.nanoTime();
        poll = new ClassroomEvent.Poll(state, poll.options(), votes.size(), counts, poll.question());
        String answers = String.join(", ", poll.options());
        eventLog.happened(poll, WORDS.get("poll." + state, by.name(), poll.question(), poll.result(), answers));
        audience.tell(poll);
        rest();
    }

    /** Tells rich clients how many have voted: at once, or when the last event is long enough ago. */
    private void tellVotes() {
        if (poll.state() != State.OPEN || poll.voted() == votes.size() || resting) {
            return;
        }
        poll = new ClassroomEvent.Poll(State.OPEN, poll.options(), votes.size(), List.of(), poll.question());
        audience.all().stream().filter(Person::isRich).forEach(person -> person.send(poll));
        rest();
    }

    private void rest() {
        if (!resting) {
            resting = true;
            scheduler.after(REST, () -> audience.hall().inOrder(this::endRest));
        }
    }

    private void endRest() {
        resting = false;
        tellVotes();
    }

    private static List<String> options(String typed) throws RefusedException {
        List<String> options = List.of(typed.split(",", -1));
        Set<String> different = new HashSet<>();
        boolean good = options.size() <= Chat1.POLL_OPTIONS
                && options.stream().allMatch(option -> isOption(option) && different.add(key(option)));
        if (!good) {
            throw new RefusedException(
                    ErrorCode.BAD_ARGS, WORDS.get("poll.bad-options", Chat1.POLL_OPTIONS, MAX_OPTION));
        }
        return options;
    }

    private static boolean isOption(String option) {
        return option.codePoints().anyMatch(Polls::isSeen)
                && option.indexOf('\t') < 0
                && option.codePointCount(0, option.length()) <= MAX_OPTION;
    }

    private static boolean isSeen(int c) {
        return !Character.isSpaceChar(c) && Character.getType(c) != Character.FORMAT && !Text.isMark(c);
    }

    private static String key(String option) {
        return option.toLowerCase(Locale.ROOT);
    }
}
