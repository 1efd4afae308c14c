package chatlab.server.report;

import static chatlab.server.report.ReportCommand.WORDS;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One page: the attendance, what happened in the class, then the chat by run, room and day. The chat stands last, but is known
 * first; so the messages of each room wait in a {@link Spool}.
 */
final class HtmlReport implements ReportOutput {
    private final Path file;
    private final Disguise disguise;
    private final ReportTimes times;
    private final OutputStream out;

    /** By the number of the run, then by the room, in the order of their first messages. */
    private final Map<Integer, Map<String, RoomChat>> rooms = new TreeMap<>();

    HtmlReport(Path file, Disguise disguise, ReportTimes times) throws IOException {
        this.file = file;
        this.disguise = disguise;
        this.times = times;
        this.out = new BufferedOutputStream(Files.newOutputStream(file));
    }

    @Override
    public void message(int run, ReportedMessage message) throws IOException {
        String room = disguise.room(message.room());
        rooms.computeIfAbsent(run, number -> new LinkedHashMap<>())
                .computeIfAbsent(
                        room, name -> new RoomChat(name, file.toAbsolutePath().getParent(), disguise, times))
                .add(message);
    }

    @Override
    public void finish(List<RunReport> runs, List<String> remarks) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        Map<String, Object> parts = new HashMap<>();
        parts.put("words", (Mustache.CustomContext) HtmlReport::words);
        parts.put("zone", WORDS.get("html.zone", times.zone().getId()));
        parts.put("remarks", remarks);
        parts.put("runs", runs);
        parts.put("hands", part(runs, RunReport::hands));
        parts.put("polls", part(runs, RunReport::polls));
        parts.put("predictions", part(runs, RunReport::predictions));
        parts.put("progress", part(runs, RunReport::progress));
        parts.put("chats", chats(writer));
        try {
            Mustache.compiler().emptyStringIsFalse(true).compile(template()).execute(parts, writer);
        } catch (MustacheException e) {
            throw e.getCause() instanceof IOException failed ? failed : new IOException(e);
        }
        writer.flush();
        out.flush();
    }

    private static String template() throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String words(String name) {
        return WORDS.get(WORDS.has("html." + name) ? "html." + name : name);
    }

    /** What one part of the page says of one run. There is a heading only where there are several runs. */
    private record Section(String heading, ClassList list) {}

    /** A part of the page; the template leaves it out where it has no sections. */
    private record Part(List<Section> sections) {}

    private static Part part(List<RunReport> runs, Function<RunReport, ClassList> content) {
        List<Section> sections = new ArrayList<>();
        for (RunReport run : runs) {
            ClassList list = content.apply(run);
            if (!list.isEmpty()) {
                sections.add(new Section(runs.size() > 1 ? WORDS.get("html.run", run.number()) : "", list));
            }
        }
        return sections.isEmpty() ? null : new Part(sections);
    }

    /** The chat of one room in one run. {@code messages} writes it past the template: it may be longer than memory. */
    private record Chat(String heading, Mustache.Lambda messages) {}

    private List<Chat> chats(Writer writer) {
        List<Chat> chats = new ArrayList<>();
        rooms.forEach((run, itsRooms) -> itsRooms.values()
                .forEach(room -> chats.add(new Chat(WORDS.get("html.room", run, room.name()), (fragment, ignored) -> {
                    writer.flush();
                    room.copyTo(out);
                }))));
        return chats;
    }

    /** The messages of one room in one run, as HTML. */
    private static final class RoomChat {
        private final String name;
        private final Disguise disguise;
        private final ReportTimes times;
        private final Spool spool;
        private Object day = "";

        RoomChat(String name, Path folder, Disguise disguise, ReportTimes times) {
            this.name = name;
            this.spool = new Spool(folder);
            this.disguise = disguise;
            this.times = times;
        }

        String name() {
            return name;
        }

        void add(ReportedMessage message) throws IOException {
            Object today = times.day(message.at());
            if (!today.equals(day)) {
                day = today;
                spool.append("<h4>").append(today.toString()).append("</h4>\n");
            }
            spool.append("<p><time>").append(times.time(message.at())).append("</time> <b><bdi>");
            spool.append(escaped(disguise.person(message.from()))).append("</bdi></b>");
            if (message.isRemoved()) {
                String words = WORDS.get("removed", disguise.person(message.removedBy()));
                spool.append(" <i>").append(escaped(words)).append("</i></p>\n");
            } else if (disguise.isAnonymous()) {
                spool.append("</p>\n");
            } else if (message.isPaste()) {
                spool.append("</p>\n<pre dir=\"auto\">\n");
                for (String line : message.lines()) {
                    spool.append(escaped(line)).append("\n");
                }
                spool.append("</pre>\n");
            } else {
                spool.append(" <bdi>").append(escaped(message.lines().get(0))).append("</bdi></p>\n");
            }
        }

        private static String escaped(String text) {
            return Escapers.HTML.escape(text);
        }

        void copyTo(OutputStream out) throws IOException {
            spool.copyTo(out);
        }

        void close() throws IOException {
            spool.close();
        }
    }

    @Override
    public Path path() {
        return file;
    }

    @Override
    public void close() throws IOException {
        for (Map<String, RoomChat> ofRun : rooms.values()) {
            for (RoomChat room : ofRun.values()) {
                room.close();
            }
        }
        out.close();
    }
}
