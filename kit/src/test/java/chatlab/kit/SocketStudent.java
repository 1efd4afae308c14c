package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A student at a plain socket, as {@code nc} opens it, or at a small program that speaks CHAT/1. */
final class SocketStudent extends Student {
    private final boolean isRich;
    private final List<String> receivedBefore = new ArrayList<>();
    private Member member;
    private String token = "";

    private SocketStudent(Member member, boolean isRich) {
        super(member.name());
        this.member = member;
        this.isRich = isRich;
    }

    static SocketStudent withNc(int port, String name) throws Exception {
        return new SocketStudent(Member.plain(port, name), false);
    }

    static SocketStudent withProgram(int port, String name) throws Exception {
        SocketStudent student = new SocketStudent(Member.rich(port, name), true);
        student.token = student.member.hello().token();
        return student;
    }

    Member member() {
        return member;
    }

    @Override
    void type(String line) throws Exception {
        member.send(line);
    }

    @Override
    void hears(String words, String event) throws Exception {
        if (isRich || !words.startsWith("<" + name() + "> ")) { // nc has typed it there itself
            member.expect(isRich ? event : words);
        }
    }

    @Override
    void wasTold(String words, String event) throws Exception {
        member.seen().await(1, isRich ? event : words);
    }

    @Override
    void isRefused(String line, String code) throws Exception {
        type(line);
        member.expect(isRich ? "ERR code=" + code + " :.*" : "! " + code + ": .*");
    }

    @Override
    List<String> received() {
        List<String> all = new ArrayList<>(receivedBefore);
        all.addAll(member.seen().all());
        return all;
    }

    @Override
    void sawRemoved(String author, long id, String text) throws Exception {
        hears(
                "\\* A message of " + author + " was removed\\.",
                "GONE id=\\d+ room=lobby of=" + id + " from=" + author + " by=ada at=.*");
    }

    /** The connection breaks, as where a laptop is closed. */
    void sleeps() throws Exception {
        member.close();
        member.seen().expectEnd();
    }

    @Override
    void losesTheServer() throws Exception {
        member.seen().expectEnd();
    }

    @Override
    void comesBack(int port) throws Exception {
        receivedBefore.addAll(member.seen().all());
        member.close();
        member = isRich ? Member.rich(port, name()) : Member.plain(port, name());
        token = isRich ? member.hello().token() : "";
    }

    /** Comes back with its token, perhaps under another name than before; returns the name that it has now. */
    String comesBackAs(int port, String wanted) throws Exception {
        receivedBefore.addAll(member.seen().all());
        member.close();
        member = Member.knocking(port, wanted);
        member.expect("\\* CHAT/1 .*");
        member.send("/proto 1 " + wanted + " " + token);
        String hello = member.expect("HELLO .*");
        assertThat(member.seen().all()).noneMatch(line -> line.startsWith("ERR "));
        token = hello.replaceFirst(".* token=(\\S+) .*", "$1");
        isCalled(hello.replaceFirst(".* you=(\\S+) .*", "$1"));
        return name();
    }

    @Override
    public void close() throws IOException {
        member.close();
    }
}
