package chatlab.kit;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The instructor of a played lesson, at a program that speaks CHAT/1: each command has a tag, and its answer is waited for. */
final class Instructor implements Closeable {
    private final Member member;
    private int asked;

    private Instructor(Member member) {
        this.member = member;
    }

    static Instructor join(int port, String name) throws Exception {
        return new Instructor(Member.rich(port, name));
    }

    Member member() {
        return member;
    }

    /** The server obeys. */
    void commands(String line) throws Exception {
        String tag = send(line);
        member.expect("OK re=" + tag + "( :.*)?");
    }

    void isRefused(String line, String code) throws Exception {
        String tag = send(line);
        member.expect("ERR re=" + tag + " code=" + code + " :.*");
    }

    /** The events of this kind with which the server answers. */
    List<String> asks(String line, String event) throws Exception {
        int before = member.seen().all().size();
        String tag = send(line);
        String last = member.expect("(END|OK) re=" + tag + "( .*)?");
        List<String> lines = member.seen().all();
        return lines.subList(before, lines.indexOf(last)).stream()
                .filter(answer -> answer.startsWith(event + " "))
                .toList();
    }

    private String send(String line) throws IOException {
        String tag = "i" + ++asked;
        member.send(line.replaceFirst("^(/[a-z]+)", "$1@" + tag));
        return tag;
    }

    @Override
    public void close() throws IOException {
        member.close();
    }
}
