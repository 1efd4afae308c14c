package chatlab.server.report;

import static chatlab.server.report.ReportCommand.WORDS;

import chatlab.protocol.Chat1;
import chatlab.protocol.Name;
import java.util.HashMap;
import java.util.Map;

/** What stands in a report for the names of people and rooms: the names, or numbers in the order in which they appear. */
final class Disguise {
    private final boolean isAnonymous;
    private final Map<String, Integer> people = new HashMap<>();
    private final Map<String, Integer> rooms = new HashMap<>();

    // What stands for each spelling of a name: a name comes often.
    private final Map<String, String> shownPeople = new HashMap<>();
    private final Map<String, String> shownRooms = new HashMap<>();

    Disguise(boolean isAnonymous) {
        this.isAnonymous = isAnonymous;
    }

    boolean isAnonymous() {
        return isAnonymous;
    }

    String person(String name) {
        if (!isAnonymous || name.equals(Attendance.SERVER)) {
            return name;
        }
        return shownPeople.computeIfAbsent(name, person -> WORDS.get("person", number(person)));
    }

    /** The number that stands for this name, whatever is shown. */
    int number(String name) {
        return people.computeIfAbsent(Name.keyOf(name), key -> people.size() + 1);
    }

    String room(String room) {
        return shownRooms.computeIfAbsent(room, this::shownRoom);
    }

    private String shownRoom(String room) {
        if (room.equals(Chat1.ALL_ROOMS)) {
            return WORDS.get("all-rooms");
        } else if (!isAnonymous || room.equals(Chat1.LOBBY)) {
            return room;
        }
        return WORDS.get("room", rooms.computeIfAbsent(Name.keyOf(room), key -> rooms.size() + 1));
    }
}
