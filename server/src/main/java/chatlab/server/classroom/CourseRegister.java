package chatlab.server.classroom;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.ClassroomCommand.Did;
import chatlab.protocol.CourseQuestion;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.Name;
import chatlab.protocol.NaturalOrder;
import chatlab.server.support.RefusedException;
import chatlab.server.support.Secrets;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * What was reported of the course, by name. In memory alone: the programs of the students report it again to another run. Guarded by the
 * lock of the hall.
 */
final class CourseRegister {
    private static final int MAX_NAMES = 1000;
    private static final int MAX_NAMES_OF_ADDRESS = 64;

    /** Of one name; the course of this kit has about a hundred. */
    private static final int MAX_FACTS = 200;

    /** Characters. */
    private static final int SHORTEST_SECRET = 8;

    private static final int LONGEST_SECRET = 64;

    private final Predicate<InetAddress> isLimited;
    private final Map<String, Entry> byKey = new LinkedHashMap<>();

    /** {@code isLimited}: whether there is a limit to the names of this address. */
    CourseRegister(Predicate<InetAddress> isLimited) {
        this.isLimited = isLimited;
    }

    /** A name, the secret that owns it, what was reported, and how far that is in each chapter, so that to count is cheap. */
    private record Entry(
            Name name, String secret, InetAddress address, Map<Topic, Done> done, Map<Integer, Reached> reached) {}

    /** How far a student is in a chapter. The later includes the earlier. */
    enum Reached {
        READ,
        PREDICTED,
        PASSED;

        static Reached by(Topic topic) {
            if (topic.isPrediction()) {
                return PREDICTED;
            }
            return topic.kind().equals("passed") ? PASSED : READ;
        }

        static Reached later(Reached one, Reached other) {
            return one.compareTo(other) > 0 ? one : other;
        }
    }

    /** {@code kind}: as in {@link Did}, without the letter of a prediction. */
    record Topic(CourseQuestion question, String kind) {
        static final String PREDICTED = "predicted";

        static Topic of(Did command) {
            return new Topic(command.question(), command.isPrediction() ? PREDICTED : command.fact());
        }

        boolean isPrediction() {
            return kind.equals(PREDICTED);
        }
    }

    /** {@code letter}: that of a prediction, otherwise a blank. */
    record Done(Instant at, char letter) {}

    /**
     * Adds what was reported; returns whether it is new.
     *
     * @throws RefusedException where the name belongs to another secret, there is no room, or the prediction was another one
     */
    boolean add(Name name, Did command, InetAddress address, Instant now) throws RefusedException {
        Entry entry = entry(name, command.secret(), address);
        Topic topic = Topic.of(command);
        char letter = command.isPrediction() ? command.letter() : ' ';
        Done before = entry.done().get(topic);
        if (before != null) {
            if (before.letter() != letter) {
                throw Audience.notAllowed("course.final", command.question());
            }
            return false;
        }
        if (entry.done().size() >= MAX_FACTS) {
            throw new RefusedException(ErrorCode.FULL, WORDS.get("course.full.facts", MAX_FACTS));
        }
        byKey.putIfAbsent(name.key(), entry);
        entry.done().put(topic, new Done(now, letter));
        entry.reached().merge(topic.question().chapter(), Reached.by(topic), Reached::later);
        return true;
    }

    private Entry entry(Name name, String secret, InetAddress address) throws RefusedException {
        int length = secret.codePointCount(0, secret.length());
        if (length < SHORTEST_SECRET || length > LONGEST_SECRET) {
            throw new RefusedException(ErrorCode.BAD_ARGS, WORDS.get("course.secret", SHORTEST_SECRET, LONGEST_SECRET));
        }
        Entry known = byKey.get(name.key());
        if (known == null) {
            checkRoom(name, address);
            return new Entry(name, secret, address, new LinkedHashMap<>(), new HashMap<>());
        }
        if (!Secrets.areSame(known.secret(), secret)) {
            throw Audience.notAllowed("course.other-secret", known.name());
        }
        return known;
    }

    private void checkRoom(Name name, InetAddress address) throws RefusedException {
        Optional<Name> owner = byKey.values().stream()
                .map(Entry::name)
                .filter(other -> other.isTakenFor(name))
                .findFirst();
        if (owner.isPresent()) {
            throw new RefusedException(ErrorCode.NAME_TAKEN, WORDS.get("course.look-alike", owner.get(), name));
        }
        if (byKey.size() >= MAX_NAMES) {
            throw new RefusedException(ErrorCode.FULL, WORDS.get("course.full", MAX_NAMES));
        }
        boolean many = byKey.values().stream()
                        .filter(entry -> entry.address().equals(address))
                        .count()
                >= MAX_NAMES_OF_ADDRESS;
        if (many && isLimited.test(address)) {
            throw new RefusedException(ErrorCode.FULL, WORDS.get("course.full.address", MAX_NAMES_OF_ADDRESS));
        }
    }

    /** Forgets the name; returns whether it was there. */
    boolean remove(Name name) {
        return byKey.remove(name.key()) != null;
    }

    /** The letters that were chosen, by the keys of the names, in the order in which these were reported first. */
    Map<String, Character> letters(CourseQuestion question) {
        Topic topic = new Topic(question, Topic.PREDICTED);
        Map<String, Character> letters = new LinkedHashMap<>();
        byKey.forEach((key, entry) -> {
            Done done = entry.done().get(topic);
            if (done != null) {
                letters.put(key, done.letter());
            }
        });
        return letters;
    }

    boolean has(String key) {
        return byKey.containsKey(key);
    }

    /** The name with this key, as it was reported first. */
    String shown(String key) {
        return byKey.get(key).name().shown();
    }

    /** How far each student is in each chapter, by the keys of the names. */
    void forEachReached(BiConsumer<String, Map<Integer, Reached>> reader) {
        byKey.forEach((key, entry) -> reader.accept(key, entry.reached()));
    }

    /** Takes one thing that was reported. */
    interface Reader {
        void read(String name, Topic topic, Done done);
    }

    /** Tells all of it, person by person, each in the order of the chapters. */
    void forEach(Reader reader) {
        List<Entry> entries = byKey.values().stream()
                .sorted(Comparator.comparing(entry -> entry.name().shown(), new NaturalOrder()))
                .toList();
        Comparator<Topic> order = Comparator.<Topic>comparingInt(
                        topic -> topic.question().chapter())
                .thenComparingInt(topic -> topic.question().number());
        for (Entry entry : entries) {
            entry.done().keySet().stream()
                    .sorted(order)
                    .forEach(topic -> reader.read(
                            entry.name().shown(), topic, entry.done().get(topic)));
        }
    }
}
