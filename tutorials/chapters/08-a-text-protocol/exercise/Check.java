import chatlab.tutorials.grading.Checks;
import chatlab.tutorials.grading.Client;
import chatlab.tutorials.grading.Exercise;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Checks the language of the chat: what lines mean, that commands survive the way there and back, and which clients may stay. */
public final class Check implements Exercise {
    private static final int MANY = 2_000;
    private static final String NAME = "[A-Za-z][A-Za-z0-9_-]{0,19}";
    private static final List<String> CODES = List.of("unknown-command", "bad-args", "bad-name");

    @Override
    public void check(Checks checks) {
        checks.step("commands", this::commands);
        checks.step("texts", this::texts);
        checks.step("refusals", this::refusals);
        checks.step("names", this::names);
        checks.step("junk", this::junk);
        checks.step("round-trips", this::roundTrips);
        checks.step("one-line", this::oneLine);
        checks.step("talk", () -> talk(checks));
        checks.step("empty-line", () -> emptyLine(checks));
    }

    private void commands() {
        means("misunderstood", "/say hi", new Parser.Say("hi"));
        means("misunderstood", "/nick ada", new Parser.Nick("ada"));
        means("misunderstood", "/msg bob psst", new Parser.Msg("bob", "psst"));
        means("misunderstood", "/who", new Parser.Who());
        means("misunderstood", "/quit", new Parser.Quit());
        means("misunderstood", "/quit now", new Parser.Quit());
        means("verb-case", "/NICK ada", new Parser.Nick("ada"));
        means("verb-case", "/Say hi", new Parser.Say("hi"));
    }

    private void texts() {
        means("misunderstood", "hi ada", new Parser.Say("hi ada"));
        means("misunderstood", "say it with /say", new Parser.Say("say it with /say"));
        for (String text : List.of("// so what", "/* this */", "/ me", "/2 of it", "/")) {
            means("text-taken-for-command", text, new Parser.Say(text));
        }
        means("spaces-lost", "/say   in the   middle  ", new Parser.Say("  in the   middle  "));
        means("spaces-lost", "/msg bob  if (x)  y();", new Parser.Msg("bob", " if (x)  y();"));
        means("control-characters", "hi\r<bob> I am a fool", new Parser.Say("hi <bob> I am a fool"));
        means("control-characters", "/say \u001b[2J\u0007", new Parser.Say(" [2J "));
        means("control-characters", "a\tb", new Parser.Say("a\tb"));
    }

    private void refusals() {
        refused("unknown-said", "/dance", "unknown-command");
        refused("unknown-said", "/whoami", "unknown-command");
        refused("unknown-said", "/etc/passwd is a file", "unknown-command");
        for (String line : List.of("/msg", "/msg ", "/msg bob", "/msg bob ", "/nick", "/nick ", "/say", "/say ")) {
            refused("missing-argument", line, "bad-args");
        }
    }

    private void names() {
        means("name-unchecked", "/nick Ada_L-1", new Parser.Nick("Ada_L-1"));
        means("name-unchecked", "/nick " + "n".repeat(20), new Parser.Nick("n".repeat(20)));
        List<String> bad =
                List.of("a b", "1st", "-ada", "ada>", "<ada", "*", "eve.", "ada\r", "a\u0000", "n".repeat(21), "/who");
        for (String name : bad) {
            refused("name-unchecked", "/nick " + name, "bad-name");
        }
        refused("name-unchecked", "/msg <bob> hi", "bad-name");
    }

    private void junk() {
        Random random = new Random(8);
        for (int i = 0; i < MANY; i++) {
            String line = Lines.junk(random);
            try {
                believable(line, parse(line));
            } catch (Parser.Refused e) {
                Checks.that(
                        "misunderstood",
                        CODES.contains(e.code),
                        "one of the codes " + CODES,
                        "the code " + e.code + " for the line " + Checks.quoted(line));
            }
        }
    }

    private static void believable(String line, Parser.Command command) {
        String text = "";
        String name = "ada";
        if (command instanceof Parser.Say say) {
            text = say.text();
        } else if (command instanceof Parser.Nick nick) {
            name = nick.name();
        } else if (command instanceof Parser.Msg msg) {
            name = msg.to();
            text = msg.text();
        }
        String seen = shown(command) + " from the line " + Checks.quoted(line);
        Checks.that("name-unchecked", name.matches(NAME), "a name that was checked", seen);
        Checks.that(
                "control-characters",
                text.chars().noneMatch(c -> (c < ' ' || c == 127) && c != '\t'),
                "a text without control characters",
                seen);
    }

    private void roundTrips() {
        thereAndBack(new Parser.Say("/quit"));
        thereAndBack(new Parser.Say("/say /say"));
        thereAndBack(new Parser.Who());
        thereAndBack(new Parser.Quit());
        Random random = new Random(8);
        for (int i = 0; i < MANY; i++) {
            thereAndBack(Lines.command(random));
        }
    }

    private static void thereAndBack(Parser.Command command) {
        String line;
        try {
            line = Parser.print(command);
        } catch (IllegalArgumentException e) {
            throw Checks.wrong("misunderstood", "a line for " + shown(command), "an IllegalArgumentException");
        }
        Object back;
        try {
            back = parse(line);
        } catch (Parser.Refused e) {
            back = e.getMessage();
        }
        if (!command.equals(back)) {
            String key = command instanceof Parser.Say && !line.startsWith("/say ")
                    ? "say-becomes-command"
                    : "misunderstood";
            throw Checks.wrong(
                    key,
                    "a line that means " + shown(command),
                    "the line " + Checks.quoted(line) + ", which means " + shown(back));
        }
        if (command instanceof Parser.Say && !line.startsWith("/say ")) {
            throw Checks.wrong("say-becomes-command", "a line that begins with /say", Checks.quoted(line));
        }
    }

    private void oneLine() {
        noLine(new Parser.Say("hi\n/nick fool"));
        noLine(new Parser.Say("hi\r/nick fool"));
        noLine(new Parser.Nick("eve\n/quit"));
        noLine(new Parser.Nick("eve bob"));
        noLine(new Parser.Msg("bob", "psst\n/quit"));
        noLine(new Parser.Msg("bob\n/quit", "psst"));
    }

    private static void noLine(Parser.Command command) {
        String line;
        try {
            line = Parser.print(command);
        } catch (IllegalArgumentException e) {
            return;
        }
        throw Checks.wrong("two-lines", "an IllegalArgumentException for " + shown(command), Checks.quoted(line));
    }

    private void talk(Checks checks) throws Exception {
        withClient(checks, client -> {
            answered(client, "/nick ada", "* /nick ada");
            refusedAloud(client, "/dance", "! unknown-command: ");
            answered(client, "// still here", "* /say // still here");
            refusedAloud(client, "/nick <bob>", "! bad-name: ");
            refusedAloud(client, "/msg", "! bad-args: ");
            answered(client, "/msg bob psst", "* /msg bob psst");
            client.send("/quit");
            Checks.equal("quit-ignored", null, client.line());
        });
    }

    /** It may be answered or not. */
    private void emptyLine(Checks checks) throws Exception {
        withClient(checks, client -> {
            client.sendRaw("\n/who\n".getBytes(StandardCharsets.UTF_8));
            String first = client.line();
            String last = "* /who".equals(first) || first == null ? first : client.line();
            Checks.that(
                    "empty-line-ends-it",
                    last != null,
                    "\"* /who\" for the line \"/who\" after an empty line",
                    "the end of the stream");
            Checks.equal("no-answer", "* /who", last);
        });
    }

    private interface Visit {
        void of(Client client) throws Exception;
    }

    private static void withClient(Checks checks, Visit visit) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> serve(server), "server");
            thread.setDaemon(true);
            thread.start();
            try (Client client = Client.connect(server.getLocalPort())) {
                checks.within("no-answer", () -> visit.of(client));
            }
        }
    }

    private static void serve(ServerSocket server) {
        try (Socket socket = server.accept()) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
            Parser.talk(in, out);
        } catch (Exception e) {
            // the client sees the end of its stream
        }
    }

    private static void answered(Client client, String line, String answer) throws Exception {
        client.send(line);
        String seen = client.line();
        Checks.that("one-mistake-ends-it", seen != null, Checks.quoted(answer), "the end of the stream");
        Checks.equal("no-answer", answer, seen);
    }

    private static void refusedAloud(Client client, String line, String start) throws Exception {
        client.send(line);
        String seen = client.line();
        Checks.that("one-mistake-ends-it", seen != null, "a line that begins with " + start, "the end of the stream");
        Checks.that("no-answer", seen.startsWith(start), "a line that begins with " + start, Checks.quoted(seen));
    }

    private static void means(String key, String line, Parser.Command expected) {
        Object seen;
        try {
            seen = parse(line);
        } catch (Parser.Refused e) {
            seen = e.getMessage();
        }
        String wanted = shown(expected);
        String got = shown(seen);
        String from = Checks.quoted(line);
        if (key.equals("spaces-lost")) { // so that one can count them
            wanted = wanted.replace(' ', '_');
            got = got.replace(' ', '_') + ", where each _ is a space";
            from = from.replace(' ', '_');
        }
        Checks.that(key, expected.equals(seen), wanted + " for the line " + from, got);
    }

    private static void refused(String key, String line, String code) {
        Parser.Command seen;
        try {
            seen = parse(line);
        } catch (Parser.Refused e) {
            Checks.equal(key, code + " for " + Checks.quoted(line), e.code + " for " + Checks.quoted(line));
            return;
        }
        throw Checks.wrong(key, "Refused, " + code + ", for the line " + Checks.quoted(line), shown(seen));
    }

    private static Parser.Command parse(String line) throws Parser.Refused {
        try {
            return Parser.parse(line);
        } catch (RuntimeException e) {
            throw Checks.wrong(
                    "junk-crashes", "a command or a Refused for the line " + Checks.quoted(line), String.valueOf(e));
        }
    }

    private static String shown(Object value) {
        String text = Checks.quoted(String.valueOf(value));
        return text.substring(1, text.length() - 1);
    }
}

/** Lines and commands by chance; the same seed makes the same ones. */
final class Lines {
    private static final List<String> PIECES = List.of(
            "/",
            "/nick",
            "/NICK",
            "/msg",
            "/say",
            "/who",
            "/quit",
            "/dance",
            " ",
            "  ",
            "ada",
            "<bob>",
            "*",
            "\r",
            "\t",
            "\u0000",
            "\u001b[31m",
            "\u007f",
            "ä",
            "\ud83d\ude00",
            "\ud83d",
            "-",
            "_",
            "1",
            "\u2028",
            "$1",
            "\\",
            "%s",
            "{0}");
    private static final List<String> WORDS =
            List.of("hi", " ", "  ", "/quit", "/", "\t", "ä", "\ud83d\ude00", "<bob>", "*", "!", "\\", "$1", "x");

    private Lines() {}

    static String junk(Random random) {
        StringBuilder line = new StringBuilder();
        for (int i = random.nextInt(7); i > 0; i--) {
            line.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return line.toString();
    }

    static Parser.Command command(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new Parser.Say(text(random));
            case 1 -> new Parser.Nick(name(random));
            default -> new Parser.Msg(name(random), text(random));
        };
    }

    private static String name(Random random) {
        String rest = "abzABZ019-_";
        StringBuilder name = new StringBuilder().append("abzABZ".charAt(random.nextInt(6)));
        for (int i = random.nextInt(20); i > 0; i--) {
            name.append(rest.charAt(random.nextInt(rest.length())));
        }
        return name.toString();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder("x");
        for (int i = random.nextInt(6); i > 0; i--) {
            text.insert(0, WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.toString();
    }
}
