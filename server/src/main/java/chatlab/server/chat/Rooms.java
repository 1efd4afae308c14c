package chatlab.server.chat;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.Chat1;
import chatlab.protocol.ClassroomEvent;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.Event;
import chatlab.protocol.Name;
import chatlab.server.log.EventLog;
import chatlab.server.log.MessageRun;
import chatlab.server.support.RefusedException;
import chatlab.server.support.Settings;
import java.net.InetAddress;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The open rooms: the lobby, and every other room while a person is in it. Guarded by the lock of the {@link Hall}. */
public final class Rooms {
    /** Rooms that may be open at a time. */
    private static final int MAX = 64;

    /** Rooms that were opened from one address, where those are limited: or one person could open them all. */
    private static final int MAX_FROM_ONE = 16;

    /** Rooms that have ended, of which each has an id of its own. */
    private static final int MAX_ENDED = 1000;

    private static final Name LOBBY = Name.lobby();

    private final Map<String, Room> open = new LinkedHashMap<>();

    /** By the key of a room that has ended: the greatest id of what was said there. The room that ended last is last. */
    private final Map<String, Long> ended = new LinkedHashMap<>();

    /** The greatest id of the rooms that have ended and are no longer in {@code ended}. */
    private long endedBefore;

    private final Settings settings;
    private final MessageRun messageRun;

    public Rooms(Settings settings, MessageRun messageRun) {
        this.settings = settings;
        this.messageRun = messageRun;
        open(LOBBY, null);
    }

    public Room lobby() {
        return open.get(LOBBY.key());
    }

    /** The room that the person is in; the lobby for a person in no room. */
    public Room of(Person person) {
        return person.room() == null ? lobby() : person.room();
    }

    /** The room where the person is, or will be when it enters: a person that comes back goes where it was. */
    Name toEnter(Person person, boolean mayOpen) {
        Name last = person.lastRoom();
        boolean canGoBack = last != null
                && (isOpen(last) || mayOpen && whyNoMore(person.address()).isEmpty());
        return canGoBack ? last : LOBBY;
    }

    public Collection<Room> all() {
        return open.values();
    }

    /** How many people are in all rooms. */
    public int countPeople() {
        return open.values().stream().mapToInt(room -> room.people().size()).sum();
    }

    /** The open room that {@code typed} is meant to be. */
    public Room find(String typed) throws RefusedException {
        return find(RefusedException.orRoom(typed))
                .orElseThrow(() -> new RefusedException(ErrorCode.BAD_ROOM, WORDS.get("no-such-room", typed)));
    }

    boolean isOpen(Name name) {
        return find(name).isPresent();
    }

    /** The room of this name, opened from there where it is not open. */
    Room findOrOpen(Name name, InetAddress from) throws RefusedException {
        Optional<Room> room = find(name);
        if (room.isPresent()) {
            return room.get();
        }
        String why = whyNoMore(from);
        if (!why.isEmpty()) {
            throw new RefusedException(ErrorCode.FULL, why);
        }
        return open(name, from);
    }

    /** The open room that a reader takes for one of this name. */
    Optional<Room> find(Name name) {
        return open.values().stream()
                .filter(room -> room.name().isTakenFor(name))
                .findFirst();
    }

    /** The message with this number, or its first line, in any history; empty where none has it. */
    public Optional<Event.Msg> findMessage(long id) {
        return open.values().stream()
                .flatMap(room -> room.history().find(id).stream())
                .findFirst()
                .or(() -> messageRun.find(id));
    }

    /** Takes the message out of all histories, and tells the people in the rooms where it was said. */
    public void remove(ClassroomEvent.Gone gone) {
        String key = Name.keyOf(gone.room());
        open.values().stream()
                .filter(room ->
                        gone.room().equals(Chat1.ALL_ROOMS) || room.name().key().equals(key))
                .forEach(room -> {
                    room.history().remove(gone);
                    room.people().forEach(person -> person.send(gone));
                });
        messageRun.remove(gone);
    }

    /** Why no room can be opened from there; empty if one can. */
    private String whyNoMore(InetAddress from) {
        if (open.size() >= MAX) {
            return WORDS.get("rooms-full", MAX);
        }
        if (settings.limits(from) && openedFrom(from) >= MAX_FROM_ONE) {
            return WORDS.get("rooms-full.address", MAX_FROM_ONE);
        }
        return "";
    }

    private long openedFrom(InetAddress from) {
        return open.values().stream().filter(room -> room.wasOpenedFrom(from)).count();
    }

    /** An empty room is gone, and what was said there with it, also for the time after a crash. */
    void closeIfEmpty(Room room, EventLog eventLog) {
        if (room.people().isEmpty() && room != lobby()) {
            open.remove(room.name().key());
            remember(room, eventLog);
        }
    }

    /** A client that comes back to the room, which another person has opened again, has missed what was said before. */
    private void remember(Room room, EventLog eventLog) {
        long lastId = room.history().lastId();
        ended.remove(room.name().key());
        if (lastId > 0) {
            ended.put(room.name().key(), lastId);
            eventLog.cleared(room.name().shown());
        }
        if (ended.size() > MAX_ENDED) {
            Iterator<Long> first = ended.values().iterator();
            endedBefore = Math.max(endedBefore, first.next());
            first.remove();
        }
    }

    private Room open(Name name, InetAddress from) {
        long forgotten = Math.max(messageRun.forgottenIn(name), ended.getOrDefault(name.key(), endedBefore));
        Room room = new Room(name, new History(settings.history(), forgotten), from);
        messageRun.takeMessagesOf(name).forEach(room.history()::add);
        open.put(name.key(), room);
        return room;
    }
}
