package chatlab.server;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.Chat1;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.SystemCharset;
import chatlab.protocol.Text;
import chatlab.protocol.Times;
import chatlab.protocol.Utf8;
import chatlab.server.chat.Draft;
import chatlab.server.chat.Hall;
import chatlab.server.chat.Moderation;
import chatlab.server.chat.Person;
import chatlab.server.chat.Publisher.Reach;
import chatlab.server.delivery.Connection;
import chatlab.server.limits.AddressGroups;
import chatlab.server.log.Screen;
import chatlab.server.session.Shared;
import chatlab.server.support.RefusedException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Obeys what the instructor types at the server itself. Ends when there is no keyboard; the server does not. */
final class Keyboard implements Runnable {
    private static final String ME = "server";

    private static final List<String> COMMANDS =
            List.of(("announce ban clear deop free help hush kick msg mute op quit rooms say threads unban unmute who")
                    .split(" "));

    private final ChatServer server;
    private final Shared services;
    private final Hall hall;
    private final Moderation moderation;
    private final Screen screen;

    /** Whether the last thing that was typed was quit, which then asked. */
    private boolean quitAsked;

    /** Whether it was said that not all that was typed could be read. */
    private boolean warned;

    Keyboard(ChatServer server, Screen screen) {
        this.server = server;
        this.services = server.services();
        this.hall = services.hall();
        this.moderation = services.moderation();
        this.screen = screen;
    }

    @Override
    public void run() {
        String line = screen.readLine(this::completions);
        while (line != null) {
            warnIfUnreadable(line);
            try {
                if (Utf8.length(line) > Chat1.CLIENT_LINE) {
                    throw new RefusedException(ErrorCode.TOO_LONG, WORDS.get("too-long", Chat1.CLIENT_LINE));
                }
                obey(Text.clean(line).strip());
            } catch (RefusedException e) {
                print("! " + e.getMessage());
            } catch (RuntimeException e) { // a fault of ours must not take the keyboard away
                print("! " + WORDS.get("keyboard.fault", e));
            }
            line = server.isClosed() ? null : screen.readLine(this::completions);
        }
    }

    private void warnIfUnreadable(String line) {
        if (!warned && line.indexOf(SystemCharset.UNREADABLE) >= 0) {
            warned = true;
            print("! " + WORDS.get("keyboard.unreadable", SystemCharset.get().displayName()));
        }
    }

    /** A slash before the command, as clients write it, is as good as none. */
    private void obey(String line) throws RefusedException {
        String[] words = (line.startsWith("/") ? line.substring(1) : line).split(" +", 2);
        String rest = words.length > 1 ? words[1] : "";
        boolean asked = quitAsked;
        quitAsked = false;
        switch (words[0].toLowerCase(Locale.ROOT)) {
            case "" -> {}
            case "who" -> who();
            case "rooms" -> rooms();
            case "threads" -> threads();
            case "say" -> say(rest);
            case "msg" -> onPerson("msg", rest, this::tell);
            case "announce" -> announce(rest);
            case "clear" -> clear(rest.strip());
            case "op" ->
                onName(
                        "op",
                        rest,
                        name -> moderation.makeInstructor(hall.roster().known(name), ME));
            case "deop" ->
                onName(
                        "deop",
                        rest,
                        name -> moderation.makeStudent(hall.roster().known(name), ME));
            case "mute" -> onPerson("mute", rest, (name, why) -> moderation.mute(name, ME, why));
            case "unmute" -> onPerson("unmute", rest, (name, why) -> moderation.unmute(name, ME, why));
            case "kick" ->
                onPerson(
                        "kick",
                        rest,
                        (name, why) -> moderation.kick(hall.roster().meant(name), ME, why));
            case "ban" ->
                onPerson(
                        "ban", rest, (name, why) -> moderation.ban(hall.roster().everHere(name), name, ME, why));
            case "unban" -> onName("unban", rest, name -> moderation.unban(name, ME));
            case "free" -> onName("free", rest, name -> moderation.free(name, ME));
            case "hush" -> hush(rest);
            case "quit", "exit", "stop" -> quit(asked);
            case "help", "?" -> printAll(WORDS.get("keyboard.help"));
            default -> print("! " + WORDS.get("keyboard.unknown", words[0]));
        }
    }

    private interface Deed {
        void onto(String name, String reason) throws RefusedException;
    }

    private interface Undertaking {
        void onto(String name) throws RefusedException;
    }

    private void onName(String command, String rest, Undertaking undertaking) throws RefusedException {
        if (rest.strip().contains(" ")) {
            print("! " + WORDS.get("keyboard.one-name", command));
            return;
        }
        onPerson(command, rest, (name, why) -> undertaking.onto(name));
    }

    private void onPerson(String command, String rest, Deed deed) throws RefusedException {
        String[] words = rest.split(" +", 2);
        if (words[0].isEmpty()) {
            print("! " + WORDS.get(command.equals("msg") ? "keyboard.name-text" : "keyboard.name", command));
            return;
        }
        String reason = words.length > 1 ? words[1] : "";
        hall.inOrder(() -> deed.onto(words[0], reason));
    }

    private void say(String text) throws RefusedException {
        if (text.isBlank()) {
            print("! " + WORDS.get("keyboard.text", "say"));
        } else {
            hall.inOrder(() -> services.publisher().post(hall.server(), Reach.ROOM, List.of(Draft.line(text, ""))));
        }
    }

    private void tell(String name, String text) throws RefusedException {
        if (text.isBlank()) {
            print("! " + WORDS.get("keyboard.text", "msg " + name));
        } else {
            services.publisher().whisper(hall.server(), name, Draft.line(text, ""));
            print(WORDS.get("keyboard.msg", name, text));
        }
    }

    private void clear(String room) throws RefusedException {
        hall.inOrder(() -> moderation.clear(
                room.isEmpty() ? hall.rooms().lobby() : hall.rooms().find(room), ME));
    }

    /** A person who types may have meant another window: while people are here, it takes a second quit. */
    private void quit(boolean asked) {
        int people = peopleHere().size();
        if (screen.isTerminal() && people > 0 && !asked) {
            quitAsked = true;
            print("! " + WORDS.get("keyboard.quit", people));
        } else {
            server.close();
        }
    }

    /** What the last word of this line may become: nothing where none has been begun. */
    List<String> completions(String line) {
        String begun = line.substring(line.lastIndexOf(' ') + 1);
        if (begun.isEmpty()) {
            return List.of();
        }
        List<String> all = begun.length() == line.length() ? COMMANDS : peopleHere();
        return all.stream()
                .filter(word -> word.regionMatches(true, 0, begun, 0, begun.length()))
                .toList();
    }

    private List<String> peopleHere() {
        List<String> names = new ArrayList<>();
        hall.inOrder(() -> hall.roster().all().stream()
                .filter(person -> !person.isLost() && person.room() != null)
                .forEach(person -> names.add(person.name().shown())));
        return names;
    }

    private void announce(String text) throws RefusedException {
        if (text.isBlank()) {
            print("! " + WORDS.get("keyboard.text", "announce"));
        } else {
            hall.inOrder(
                    () -> services.publisher().post(hall.server(), Reach.ALL_ROOMS, List.of(Draft.line(text, ""))));
        }
    }

    private void hush(String onOrOff) {
        switch (onOrOff.toLowerCase(Locale.ROOT)) {
            case "on" -> hall.inOrder(() -> moderation.hush(true));
            case "off" -> hall.inOrder(() -> moderation.hush(false));
            default -> print("! " + WORDS.get("keyboard.hush"));
        }
    }

    private void who() {
        List<String> here = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        hall.inOrder(() -> hall.roster().all().forEach(person -> (person.isLost() ? lost : here).add(row(person))));
        print(WORDS.get("keyboard.who.sum", here.size()));
        here.forEach(this::print);
        if (!lost.isEmpty()) {
            print(WORDS.get("keyboard.who.lost", lost.size()));
            lost.forEach(this::print);
        }
        mutedAndGone().forEach(this::print);
        banned().forEach(this::print);
    }

    private static String row(Person person) {
        return WORDS.get(
                "keyboard.who",
                person.name(),
                person.isLost() ? "-" : person.peer(),
                person.room() == null ? "-" : person.room().name(),
                Times.shown(person.since(), Clock.systemDefaultZone()),
                person.state());
    }

    /** Mutes outlive the presence of people. */
    private List<String> mutedAndGone() {
        List<String> lines = new ArrayList<>();
        hall.inOrder(() -> hall.silence().all().stream()
                .filter(mute -> hall.roster().find(mute.name().shown()).isEmpty())
                .forEach(mute -> lines.add(WORDS.get("keyboard.muted", mute.name()))));
        return lines;
    }

    private List<String> banned() {
        List<String> lines = new ArrayList<>();
        hall.inOrder(() -> moderation
                .banned()
                .forEach(
                        (address, name) -> lines.add(WORDS.get("keyboard.banned", AddressGroups.show(address), name))));
        return lines;
    }

    private void rooms() {
        List<String> lines = new ArrayList<>();
        hall.inOrder(() -> hall.rooms()
                .all()
                .forEach(room -> lines.add(
                        WORDS.get("keyboard.room", room.name(), room.people().size()))));
        lines.forEach(this::print);
    }

    private void threads() {
        services.threads().get().forEach(report -> print("  " + report.name() + ": " + report.words()));
        for (Connection connection : services.connections().get()) {
            connection.threads().forEach(report -> print("  " + report.name() + ": " + report.words()));
        }
    }

    private void printAll(String lines) {
        for (String line : lines.split("\n")) {
            print(line);
        }
    }

    private void print(String line) {
        server.console().answer(line);
    }
}
