package chatlab.server;

import chatlab.protocol.Chat1;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.Name;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The rooms that are open: the lobby always, every other one while somebody is in it. Guarded by the {@link Hall}. */
final class Rooms {
    /** Rooms that may be open at a time. */
    static final int MAX = 64;

    private static final Name LOBBY = new Name(Chat1.LOBBY, Name.keyOf(Chat1.LOBBY));

    private final Map<String, Room> open = new LinkedHashMap<>();
    private final int historyMessages;
    private final Series series;

    Rooms(int historyMessages, Series series) {
        this.historyMessages = historyMessages;
        this.series = series;
        open(LOBBY);
    }

    Room lobby() {
        return open.get(LOBBY.key());
    }

    Collection<Room> all() {
        return open.values();
    }

    /** Whether the room of this name is open, or may be opened. */
    boolean canBeEntered(Name name) {
        return open.size() < MAX || open.containsKey(name.key());
    }

    /** The room of this name, opened where it is not there. */
    Room findOrOpen(Name name) throws Refused {
        if (!canBeEntered(name)) {
            throw new Refused(ErrorCode.FULL, Words.get("rooms-full", MAX));
        }
        Room room = open.get(name.key());
        return room == null ? open(name) : room;
    }

    /** An empty room is gone, and what was said there with it. */
    void closeIfEmpty(Room room) {
        if (room.people().isEmpty() && room != lobby()) {
            open.remove(room.name().key());
        }
    }

    private Room open(Name name) {
        Room room = new Room(name, new History(historyMessages, series.forgotten()));
        series.takeMessagesOf(name).forEach(room.history()::add);
        open.put(name.key(), room);
        return room;
    }
}
