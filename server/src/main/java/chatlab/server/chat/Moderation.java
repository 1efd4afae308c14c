package chatlab.server.chat;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.ErrorCode;
import chatlab.protocol.Event;
import chatlab.protocol.Name;
import chatlab.server.chat.Silence.Mute;
import chatlab.server.delivery.Connection;
import chatlab.server.limits.AddressGroups;
import chatlab.server.log.EventLog;
import chatlab.server.support.RefusedException;
import chatlab.server.support.Scheduler;
import chatlab.server.support.Settings;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * What the instructor can do, from a client or from the server's keyboard. For use within {@link Hall#inOrder}, whose
 * lock guards all that is changed here.
 */
public final class Moderation {
    /** How long a question waits for the same line again, nanoseconds. */
    private static final long ASKED_FOR = TimeUnit.SECONDS.toNanos(30);

    /** Names that fit into a line, and that a person reads. */
    private static final int NAMES_SHOWN = 20;

    private final Hall hall;
    private final EventLog eventLog;
    private final Settings settings;
    private final Scheduler scheduler;
    private final LongSupplier nanoTime;

    /** From where nobody may come in any more, and how the person was called that this is due to. */
    private final Map<InetAddress, String> banned = new LinkedHashMap<>();

    /** What each instructor was last asked, by the instructor's name. */
    private final Map<String, BanOfMany> asked = new HashMap<>();

    /** Wrong keys that the instructors have not been told of. */
    private int untoldKeys;

    private String lastKeyFrom = "";
    private boolean toldOfKeys;

    /** The ban of an address that people share, as it was asked for. */
    private record BanOfMany(InetAddress address, String typed, String reason, long at) {
        boolean isSame(BanOfMany before) {
            return address.equals(before.address)
                    && typed.equals(before.typed)
                    && reason.equals(before.reason)
                    && at - before.at <= ASKED_FOR;
        }
    }

    public Moderation(Hall hall, EventLog eventLog, Settings settings, Scheduler scheduler, LongSupplier nanoTime) {
        this.hall = hall;
        this.eventLog = eventLog;
        this.settings = settings;
        this.scheduler = scheduler;
        this.nanoTime = nanoTime;
    }

    /** Nobody is told where the person is one already, except the server's own screen. */
    public void makeInstructor(Person person, String by) {
        if (person.instructor) {
            eventLog.note(WORDS.get("op.already", person.name));
            return;
        }
        person.instructor = true;
        hall.roster().markRights(person.name);
        List<Person> freed = new ArrayList<>(free(person));
        freed.remove(person);
        tellFreed(freed, "");
        inform(person, "op", WORDS.get("op.you"));
        hall.showState(person);
        eventLog.note(WORDS.get("op.done", person.name, by, person.isLost() ? "-" : person.peer()));
    }

    public void makeStudent(Person person, String by) throws RefusedException {
        if (!person.instructor) {
            throw new RefusedException(ErrorCode.NOT_ALLOWED, WORDS.get("deop.student", person.name));
        }
        person.instructor = false;
        hall.roster().unmarkRights(person.name);
        inform(person, "deop", WORDS.get("deop.you"));
        hall.showState(person);
        eventLog.note(WORDS.get("deop.done", person.name, by));
        if (banned.containsKey(person.address())) {
            sendAway(person, WORDS.get("ban.you"), "");
        }
    }

    /** {@code typed} is how the person was called; it may have left. */
    public void mute(String typed, String by, String reason) throws RefusedException {
        Person person = hall.roster().everCalled(typed);
        if (person.instructor) {
            throw new RefusedException(ErrorCode.NOT_ALLOWED, WORDS.get("mute.instructor"));
        }
        Name name = hall.roster().nameToMute(person, typed);
        hall.silence().mute(person, name);
        inform(person, "muted", withReason(WORDS.get("mute.you"), reason));
        hall.showState(person);
        eventLog.note(WORDS.get("mute.done", name, by));
    }

    /** {@code typed}: a muted name, whose person may have left, or a person that is muted because of another name. */
    public void unmute(String typed, String by, String reason) throws RefusedException {
        Optional<Mute> ofName = hall.silence().find(typed);
        List<Person> freed =
                ofName.isPresent() ? lift(ofName.get()) : free(hall.roster().meant(typed));
        if (ofName.isEmpty() && freed.isEmpty()) {
            throw new RefusedException(ErrorCode.NOT_ALLOWED, WORDS.get("unmute.nobody", typed));
        }
        tellFreed(freed, reason);
        eventLog.note(WORDS.get("unmute.done", typed, by));
    }

    /** Ends the mute of this person, and that of others which are muted because of its name. */
    private List<Person> free(Person person) {
        if (!person.isMuted()) {
            return List.of();
        } else if (person.mute.isOn(person.name)) {
            return lift(person.mute);
        }
        hall.silence().exempt(person);
        return List.of(person);
    }

    private List<Person> lift(Mute mute) {
        hall.silence().lift(mute);
        return hall.roster().all().stream()
                .filter(person -> person.mute == mute)
                .collect(Collectors.toList());
    }

    private void tellFreed(List<Person> people, String reason) {
        for (Person person : people) {
            inform(person, "unmuted", withReason(WORDS.get("unmute.you"), reason));
            hall.showState(person);
        }
    }

    /** Lets anybody have a name that was kept for a person that left it, or was lost. */
    public void free(String typed, String by) throws RefusedException {
        Optional<Person> owner = hall.roster().find(typed);
        if (owner.isPresent()) {
            if (!owner.get().isLost()) {
                throw new RefusedException(ErrorCode.NOT_ALLOWED, WORDS.get("free.here", owner.get().name));
            }
            hall.forget(owner.get());
        } else if (!hall.roster().free(typed)) {
            throw new RefusedException(ErrorCode.NO_SUCH_NAME, WORDS.get("free.nobody", typed));
        }
        eventLog.note(WORDS.get("free.done", typed, by));
    }

    public void kick(Person person, String by, String reason) {
        eventLog.note(WORDS.get("kick.done", person.name, by));
        sendAway(person, WORDS.get("kick.you"), reason);
    }

    /**
     * Sends away everybody who comes from where this person is or was, and lets nobody in from there: a name can be
     * changed, and a person that was kicked comes back. {@code typed} is how the person was called. Where other people came
     * from there, too, this is refused until the same is asked for again. Returns what was done, in words.
     */
    public String ban(Person person, String typed, String by, String reason) throws RefusedException {
        InetAddress address = person.address();
        String from = AddressGroups.show(address);
        List<Person> present = hall.roster().all().stream()
                .filter(other -> address.equals(other.address()))
                .toList();
        for (Person other : present) {
            if (other.instructor) {
                throw new RefusedException(ErrorCode.NOT_ALLOWED, WORDS.get("ban.instructor", other.name, from));
            }
        }
        List<Person> others = hall.neighbours().others(address, person, present).stream()
                .filter(other -> !other.instructor) // an instructor may come in all the same
                .toList();
        if (!others.isEmpty()) {
            askOnce(by, new BanOfMany(address, typed, reason, nanoTime.getAsLong()), others);
        }
        banned.put(address, typed);
        boolean allAreMeant = AddressGroups.isMeant(typed, address);
        List<Person> bystanders = present.stream()
                .filter(other -> other.identity != person.identity && !allAreMeant)
                .toList();
        int meant = present.size() - bystanders.size();
        String with = bystanders.isEmpty() ? "" : WORDS.get("ban.bystanders", list(bystanders));
        eventLog.note(WORDS.get("ban.done", from, typed, by, meant, with));
        present.forEach(other -> sendAway(other, WORDS.get("ban.you"), reason));
        return WORDS.get("ban.ok", from, meant, with);
    }

    /** Refuses the ban, unless it was refused a moment ago. */
    private void askOnce(String by, BanOfMany ban, List<Person> others) throws RefusedException {
        BanOfMany before = asked.remove(by);
        if (before == null || !ban.isSame(before)) {
            asked.put(by, ban);
            String from = AddressGroups.show(ban.address());
            throw new RefusedException(ErrorCode.SHARED, WORDS.get("ban.shared", from, list(others)));
        }
    }

    private static String list(List<Person> people) {
        String first = people.stream()
                .limit(NAMES_SHOWN)
                .map(person -> person.name.shown())
                .collect(Collectors.joining(", "));
        int more = people.size() - NAMES_SHOWN;
        return more > 0 ? WORDS.get("ban.more", first, more) : first;
    }

    /** {@code typed}: the address, or the name by which it was banned. */
    public void unban(String typed, String by) throws RefusedException {
        boolean found = banned.entrySet()
                .removeIf(ban -> AddressGroups.isMeant(typed, ban.getKey())
                        || Name.keyOf(ban.getValue()).equals(Name.keyOf(typed)));
        if (!found) {
            throw new RefusedException(ErrorCode.NO_SUCH_NAME, WORDS.get("unban.nobody", typed));
        }
        eventLog.note(WORDS.get("unban.done", typed, by));
    }

    /**
     * A wrong key was given. Instructors that are here are told of the first one at once, and of later ones once a minute,
     * since a program that guesses goes on and on.
     */
    public void wrongKey(String name, String peer) {
        eventLog.note(WORDS.get("console.key", name, peer));
        untoldKeys++;
        lastKeyFrom = name + ", " + peer;
        if (!toldOfKeys) {
            tellOfKeys();
        }
    }

    private void tellOfKeys() {
        List<Person> instructors = hall.roster().instructors().stream()
                .filter(person -> !person.isLost())
                .toList();
        toldOfKeys = untoldKeys > 0 && !instructors.isEmpty();
        if (toldOfKeys) {
            Event.Note note = new Event.Note("bad-key", WORDS.get("op.wrong-keys", untoldKeys, lastKeyFrom));
            untoldKeys = 0;
            instructors.forEach(person -> person.send(note));
            scheduler.after(settings.tellMillis(), () -> hall.inOrder(this::tellOfKeys));
        }
    }

    /** Newcomers are not shown what was said in this room before, not even after a crash of the server. */
    public void clear(Room room, String by) {
        room.history().clear();
        eventLog.cleared(room.name().shown());
        Event.Note note = new Event.Note("cleared", WORDS.get("clear.done", by, room.name()));
        hall.tell(List.of(room), List.of(note), hall.server());
    }

    /** While it is on, only instructors may speak. */
    public void hush(boolean on) {
        hall.silence().hush(on);
        hall.tell(hall.rooms().all(), List.of(hall.silence().note()), hall.server());
    }

    /** From where nobody may come in, and how the person was called that this is due to. */
    public Map<InetAddress, String> banned() {
        return banned;
    }

    /** An instructor may from everywhere. */
    public void checkMayComeIn(Person person, InetAddress address) throws RefusedException {
        if (!person.instructor && banned.containsKey(address)) {
            throw new RefusedException(ErrorCode.NOT_ALLOWED, WORDS.get("ban.you"));
        }
    }

    private void sendAway(Person person, String words, String reason) {
        Connection connection = person.connection;
        hall.depart(person, "kicked", reason);
        if (connection != null) {
            connection.goodbye(new Event.Bye("", "kicked", withReason(words, reason)));
        }
    }

    private void inform(Person person, String code, String words) {
        person.send(new Event.Note(code, words));
    }

    private static String withReason(String words, String reason) {
        return reason.isBlank() ? words : words + " " + WORDS.get("reason") + " " + reason.strip();
    }
}
