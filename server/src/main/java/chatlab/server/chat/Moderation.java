package chatlab.server.chat;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.ErrorCode;
import chatlab.protocol.Event;
import chatlab.protocol.InstructorCommand;
import chatlab.server.chat.Bans.Ban;
import chatlab.server.delivery.Connection;
import chatlab.server.limits.AddressGroups;
import chatlab.server.log.EventLog;
import chatlab.server.support.RefusedException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * What an instructor can do, from a client or from the server's keyboard. Where a command takes a name, {@code kick},
 * {@code mute}, {@code unmute} and {@code ban} take the {@code #ID} of a message as well. For use within
 * {@link Hall#inOrder}, whose lock guards all that is changed here.
 */
public final class Moderation {
    /** Names that fit into a line, and that a person reads. */
    private static final int NAMES_SHOWN = 20;

    private final Hall hall;
    private final Publisher publisher;
    private final EventLog eventLog;
    private final Bans bans;

    public Moderation(Hall hall, Publisher publisher, EventLog eventLog, LongSupplier nanoTime) {
        this.hall = hall;
        this.publisher = publisher;
        this.eventLog = eventLog;
        this.bans = new Bans(nanoTime);
    }

    // Instructors

    /** A person that is one already is not told again. */
    public void makeInstructor(Person by, Person person) {
        if (person.instructor) {
            eventLog.note(WORDS.get("op.already", person.name));
            return;
        }
        person.setInstructor(true);
        hall.roster().markRights(person.name);
        List<Person> freed = new ArrayList<>(free(person));
        hall.roster().noteChange(person); // after free, which may have given the person another identity
        freed.remove(person);
        tellFreed(freed, "");
        inform(person, "op", WORDS.get("op.you"));
        hall.showState(person);
        eventLog.note(WORDS.get("op.done", person.name, by.name, person.isLost() ? "-" : person.peer()));
    }

    public void makeStudent(Person by, Person person) throws RefusedException {
        if (!person.instructor) {
            throw new RefusedException(ErrorCode.NOT_ALLOWED, WORDS.get("deop.student", person.name));
        }
        person.setInstructor(false);
        hall.roster().unmarkRights(person.name);
        hall.roster().noteChange(person);
        inform(person, "deop", WORDS.get("deop.you"));
        hall.showState(person);
        eventLog.note(WORDS.get("deop.done", person.name, by.name));
        if (bans.contains(person.address())) {
            sendAway(person, WORDS.get("ban.you"), "");
        }
    }

    // Mutes and the hush

    public void mute(Person by, InstructorCommand.Mute command) throws RefusedException {
        Person person = meant(command.name());
        if (person.instructor) {
            throw new RefusedException(ErrorCode.NOT_ALLOWED, WORDS.get("mute.instructor"));
        }
        hall.silence().mute(person, command.name(), hall.roster().isFreeOrOf(person));
        inform(person, "muted", withReason(WORDS.get("mute.you"), command.reason()));
        hall.showState(person);
        eventLog.note(WORDS.get("mute.done", person.name, by.name));
    }

    /** Takes a muted name, whose person may have left, or a person that is muted because of another name. */
    public void unmute(Person by, InstructorCommand.Unmute command) throws RefusedException {
        String typed = command.name();
        Optional<Mute> ofName = hall.silence().find(typed);
        Person person = ofName.isPresent() ? ofName.get().person : muted(typed);
        List<Person> freed = ofName.map(this::lift).orElseGet(() -> free(person));
        if (ofName.isEmpty() && freed.isEmpty()) {
            throw new RefusedException(ErrorCode.NOT_ALLOWED, WORDS.get("unmute.nobody", typed));
        }
        tellFreed(freed, command.reason());
        eventLog.note(WORDS.get("unmute.done", person.name, by.name));
    }

    /** Ends the mute of this person, and that of others which are muted because of its name. Returns the people freed. */
    private List<Person> free(Person person) {
        Optional<Mute> mute = hall.silence().muteOf(person);
        if (mute.isPresent() && person.isMuted() && !mute.get().isOf(person)) {
            hall.silence().exempt(person);
            hall.roster().noteChange(person);
            return List.of(person);
        }
        List<Person> freed = mute.map(this::lift).orElse(List.of());
        return mute.isPresent() && freed.isEmpty() ? List.of(person) : freed;
    }

    private List<Person> lift(Mute mute) {
        hall.silence().lift(mute);
        return hall.roster().all().stream()
                .filter(person -> person.mute == mute)
                .toList();
    }

    private void tellFreed(List<Person> people, String reason) {
        for (Person person : people) {
            inform(person, "unmuted", withReason(WORDS.get("unmute.you"), reason));
            hall.showState(person);
        }
    }

    /** While the hush is on, only instructors may speak. */
    public void hush(InstructorCommand.Hush command) {
        hall.silence().hush(command.on());
        hall.broadcast(hall.rooms().all(), List.of(hall.silence().note()), hall.server());
    }

    /** The muted names that no person has now, and the muted people that have lost theirs. */
    public List<String> mutedAndGone() {
        return hall.silence().all().stream()
                .filter(mute -> !mute.isOnName() || !hall.roster().hasKey(mute.name.key()))
                .map(Mute::shown)
                .toList();
    }

    // Sending people away

    public void kick(Person by, InstructorCommand.Kick command) throws RefusedException {
        Person person = meant(command.name());
        if (!hall.roster().knows(person)) {
            throw new RefusedException(ErrorCode.NO_SUCH_NAME, WORDS.get("kick.left", person.name));
        }
        if (person == by) { // or the client would be closed before it reads the answer
            throw new RefusedException(ErrorCode.NOT_ALLOWED, WORDS.get("kick.self"));
        }
        eventLog.note(WORDS.get("kick.done", person.name, by.name));
        sendAway(person, WORDS.get("kick.you"), command.reason());
    }

    /**
     * Bans the address of the person: sends away all people at that address, and refuses new ones. If other people came from
     * there, too, refuses until the same command comes again. Returns what was done, in words.
     */
    public String ban(Person by, InstructorCommand.Ban command) throws RefusedException {
        Person person = meantOrFrom(command.name());
        InetAddress address = person.address();
        List<Person> present = hall.roster().at(address);
        refuseBan(by, command, person, present);
        String because = Speakers.isId(command.name()) ? person.name + " (" + command.name() + ")" : command.name();
        bans.add(address, command.name(), because);
        boolean allAreMeant = AddressGroups.isMeant(command.name(), address);
        List<Person> bystanders = present.stream()
                .filter(other -> other.identity != person.identity && !allAreMeant)
                .toList();
        int meant = present.size() - bystanders.size();
        String from = AddressGroups.show(address);
        String with = bystanders.isEmpty() ? "" : WORDS.get("ban.bystanders", list(bystanders));
        eventLog.note(WORDS.get("ban.done", from, because, by.name, meant, with));
        present.forEach(other -> sendAway(other, WORDS.get("ban.you"), command.reason()));
        return WORDS.get("ban.ok", from, meant, with);
    }

    private void refuseBan(Person by, InstructorCommand.Ban command, Person person, List<Person> present)
            throws RefusedException {
        InetAddress address = person.address();
        String from = AddressGroups.show(address);
        Optional<Person> colleague =
                present.stream().filter(other -> other.instructor).findFirst();
        if (colleague.isPresent()) {
            throw new RefusedException(ErrorCode.NOT_ALLOWED, WORDS.get("ban.instructor", colleague.get().name, from));
        }
        boolean allAreMeant = AddressGroups.isMeant(command.name(), address);
        List<Person> more = hall.roster().othersSeenAt(address, allAreMeant ? hall.server() : person);
        boolean shared = more.size() > (allAreMeant ? 1 : 0);
        if (shared && !bans.isAskedAgain(by, address, command.name(), command.reason())) {
            String words = allAreMeant ? "ban.shared.all" : "ban.shared";
            throw new RefusedException(ErrorCode.SHARED, WORDS.get(words, from, list(more)));
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

    public void unban(Person by, InstructorCommand.Unban command) throws RefusedException {
        if (!bans.remove(command.name())) {
            throw new RefusedException(ErrorCode.NO_SUCH_NAME, WORDS.get("unban.nobody", command.name()));
        }
        eventLog.note(WORDS.get("unban.done", command.name(), by.name));
    }

    public Collection<Ban> bans() {
        return bans.all();
    }

    /** An instructor may come in from every address. */
    public void checkMayComeIn(Person person, InetAddress address) throws RefusedException {
        if (!person.instructor && bans.contains(address)) {
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

    // Names and history

    /** Lets any person have a name that was kept for a person that left it, or was lost. */
    public void free(Person by, InstructorCommand.Free command) throws RefusedException {
        String typed = command.name();
        Optional<Person> owner = hall.roster().find(typed);
        if (owner.isPresent()) {
            if (!owner.get().isLost()) {
                throw new RefusedException(ErrorCode.NOT_ALLOWED, WORDS.get("free.here", owner.get().name));
            }
            hall.forget(owner.get());
        } else if (!hall.roster().free(typed)) {
            throw new RefusedException(ErrorCode.NO_SUCH_NAME, WORDS.get("free.nobody", typed));
        }
        eventLog.note(WORDS.get("free.done", typed, by.name));
    }

    /** Newcomers are not shown what was said in the room before, not even after a crash of the server. */
    public void clear(Person by, InstructorCommand.Clear command) throws RefusedException {
        if (command.room().isEmpty() && by == hall.server()) { // it is in no room, and other terminals clear the screen
            throw new RefusedException(ErrorCode.BAD_ARGS, WORDS.get("clear.which"));
        }
        Room room =
                command.room().isEmpty() ? hall.rooms().of(by) : hall.rooms().find(command.room());
        room.history().clear();
        eventLog.cleared(room.name().shown());
        Event.Note note = new Event.Note("cleared", WORDS.get("clear.done", by.actor(), room.name()));
        hall.broadcast(List.of(room), List.of(note), hall.server());
    }

    /** The person of this name, which may be lost, or the person that said the message {@code #ID}, which may have left. */
    public Person meant(String typed) throws RefusedException {
        if (!Speakers.isId(typed)) {
            return hall.roster().known(typed);
        }
        return publisher
                .speakers()
                .find(typed)
                .map(hall.roster()::now)
                .orElseThrow(() -> new RefusedException(
                        ErrorCode.NO_SUCH_NAME, WORDS.get("no-such-message", typed, Speakers.MAX)));
    }

    /** The same, but not a newcomer that is only taken for the person that said the message. */
    private Person muted(String typed) throws RefusedException {
        Optional<Person> speaker = Speakers.isId(typed) ? publisher.speakers().find(typed) : Optional.empty();
        return speaker.filter(Person::isMuted).isPresent() ? speaker.get() : meant(typed);
    }

    /** The same, or a person that is or was at the address that was typed. */
    private Person meantOrFrom(String typed) throws RefusedException {
        if (Speakers.isId(typed)) {
            return meant(typed);
        }
        return hall.roster()
                .find(typed)
                .or(() -> hall.roster().findByAddress(typed))
                .orElseThrow(() ->
                        new RefusedException(ErrorCode.NO_SUCH_NAME, WORDS.get("no-such-name-or-address", typed)));
    }

    private void inform(Person person, String code, String words) {
        person.sendNowOrLater(new Event.Note(code, words));
    }

    private static String withReason(String words, String reason) {
        return reason.isBlank() ? words : words + " " + WORDS.get("reason") + " " + reason.strip();
    }
}
