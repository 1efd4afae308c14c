package chatlab.kit;

import chatlab.protocol.Event;
import chatlab.protocol.testing.Peer;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The programs of a played lesson, and what the class does together. */
abstract class PlayedLesson {
    @TempDir
    Path folder;

    /** By the name under which each came. */
    private final Map<String, Student> students = new LinkedHashMap<>();

    private final List<Closeable> opened = new ArrayList<>();

    /** What was said in the room, and the numbers of what was removed. */
    final List<Event.Msg> chat = new ArrayList<>();

    final Set<Long> removed = new HashSet<>();

    RunningServer server;
    Instructor ada;

    @AfterEach
    void endPrograms() throws Exception {
        for (Student student : all()) {
            student.close();
        }
        for (Closeable program : opened) {
            program.close();
        }
    }

    final <T extends Closeable> T open(T program) {
        opened.add(program);
        return program;
    }

    /** A student has come, and is not only let in, but in the room. */
    final void enters(Student student) throws Exception {
        students.put(student.name(), student);
        ada.member().expect("JOIN room=lobby name=" + student + " .*");
    }

    final Student student(String name) {
        return students.get(name);
    }

    final List<Student> all() {
        return List.copyOf(students.values());
    }

    final List<WindowStudent> windows() {
        return students.values().stream()
                .filter(WindowStudent.class::isInstance)
                .map(WindowStudent.class::cast)
                .toList();
    }

    /** See {@link Student#hears}. */
    final void allHear(String words, String event) throws Exception {
        for (Student student : all()) {
            student.hears(words, event);
        }
    }

    final void windowsRead(String words) throws Exception {
        for (WindowStudent window : windows()) {
            window.reads(words);
        }
    }

    /** The student says something that all hear. Returns its number. */
    final long say(Student speaker, String text) throws Exception {
        speaker.type(text);
        return wasSaid(speaker.name(), text);
    }

    final void instructorSays(String text) throws Exception {
        ada.member().send("/say " + text);
        wasSaid("ada", text);
    }

    private long wasSaid(String name, String text) throws Exception {
        for (Student student : all()) {
            student.hearsSaid(name, text);
        }
        String line = ada.member().expect("MSG room=lobby from=" + name + " .*:" + text);
        Event.Msg message = (Event.Msg) Event.parse(line).orElseThrow();
        chat.add(message);
        return message.id();
    }

    final void remove(long message) throws Exception {
        ada.commands("/drop #" + message);
        removed.add(message);
    }

    /** A short connection that only reports. Returns the server's answer. */
    final String visit(String line) throws Exception {
        try (Peer visitor = Peer.connect(server.port())) {
            visitor.send(line);
            visitor.skipTo("\\* CHAT/1 .*");
            return visitor.readLine();
        }
    }

    /** Starts the program of the course, which keeps its files in a folder for each student. */
    final RunningClient learn(String name, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("learn", "--folder", "learn-" + name));
        all.addAll(List.of(arguments));
        return open(RunningClient.start(folder, all.toArray(String[]::new)));
    }
}
