import chatlab.tutorials.grading.Checks;
import chatlab.tutorials.grading.Exercise;
import chatlab.tutorials.grading.Step;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Checks the language of the chat: what lines mean, that commands survive the way there and back, and which clients may stay. */
public final class Check implements Exercise {
    private static final int MANY = 2_000;
    private static final int LONG = 100_000;
    private static final Locale TURKISH = new Locale("tr", "TR");

    /** Letters, digits and marks that are not those of a name, though they look or behave like them. */
    private static final List<String> OTHERS =
            each("\u00e4|\u00c9|\u0131|\u0430|\uff41|\u0661|\uff11|\ud835\udc9c|\u0301|\u200b|\u00ad|"
                    + "\u212a|\u017f|\u2010|\u203f|\u00a0|\t|.|,|>|<|*|/|$|\\|'|+|@");

    private static final List<String> JUNK =
            each("/|/nick|/NICK|/msg|/say|/who|/quit|/dance| |  |ada|<bob>|*|\r|\t|\u0000|\u001b[31m|"
                    + "\u007f|\u00e4|\ud83d\ude00|\ud83d|-|_|1|\u2028|$1|\\|%s|{0}");
    private static final List<String> WORDS = each("hi| |/quit|/|\t|\u00e4|\ud83d\ude00|<bob>|\\|$1|\u00a0|\u200b|%s");

    @Override
    public void check(Checks checks) {
        checks.step("commands", this::commands);
        checks.step("verb", this::verb);
        checks.step("said", this::said);
        checks.step("arguments", this::arguments);
        checks.step("missing", this::missing);
        checks.step("names", this::names);
        checks.step("controls", this::controls);
        checks.step("junk", this::junk);
        checks.step("form", this::form);
        checks.step("round-trip", this::roundTrip);
        checks.step("unsayable", this::noLine);
        checks.step("answers", this::answers);
        checks.step("refusals", this::refusals);
        checks.step("one-by-one", this::oneByOne);
        checks.step("until-quit", this::untilQuit);
    }

    private void commands() throws Exception {
        command("", "/say", " hi", new Parser.Say("hi"));
        command("", "/nick", " ada", new Parser.Nick("ada"));
        command("", "/msg", " bob psst", new Parser.Msg("bob", "psst"));
        for (String behind : List.of("", " ", " now", "  a b ")) {
            command("", "/who", behind, new Parser.Who());
            command("", "/quit", behind, new Parser.Quit());
        }
    }

    private static void command(String key, String verb, String behind, Parser.Command expected) throws Exception {
        means(key, verb + behind, expected);
        String capital = verb.substring(1, 2).toUpperCase(Locale.ROOT);
        for (String typed : List.of(verb.toUpperCase(Locale.ROOT), "/" + capital + verb.substring(2))) {
            means("verb-case", typed + behind, expected);
            inTurkish(() -> means("", typed + behind, expected));
        }
    }

    private void verb() throws Exception {
        for (String line : each("/dance|/whoami|/w|/a b|/sayhi|/etc/passwd is a file|/nick-ada|/say/hi|/who?|/quit.|"
                + "/say\thi|/nick\tada|/msg\tbob hi|/who\t|/quit\tnow|/say\u00a0hi|/who\u2003")) {
            refused(line, "unknown-command");
        }
    }

    private void said() throws Exception {
        for (String line : each("hi ada|say hi|who|use /who|// so what|/* this */|/ me|/ who|/2 of it|/|//|/_|/-x|/\t|"
                + " /who|\t/who|  |!|* hi|<bob> hi")) {
            means("", line, new Parser.Say(line));
        }
        for (String other : OTHERS) {
            means("", "/" + other + "tat", new Parser.Say("/" + other + "tat"));
        }
    }

    private void arguments() throws Exception {
        for (String text : each("a b|  a   b  | |\t|\ta\t|/who|/say x|a\u00a0|\ud83d\ude42")) {
            means("", "/say " + text, new Parser.Say(text));
            means("", "/msg bob " + text, new Parser.Msg("bob", text));
        }
        for (String rest : List.of("ada b", "ada ", "ada  ")) {
            Object seen = outcome("/nick " + rest);
            Checks.that(
                    !seen.equals(new Parser.Nick("ada")), "not the name ada for \"/nick " + rest + '"', shown(seen));
        }
    }

    private void missing() throws Exception {
        for (String line : each("/say|/say |/nick|/nick |/msg|/msg |/msg bob|/msg bob |/msg  |/msg  hi")) {
            refused(line, "bad-args");
        }
    }

    private void names() throws Exception {
        String longest = "abcdefghijklmnopqrst";
        for (String name : each("a|Z|z9|A-|b_|Ada_L-1|guest1|who|" + longest)) {
            means("", "/nick " + name, new Parser.Nick(name));
            means("", "/msg " + name + " hi", new Parser.Msg(name, "hi"));
        }
        List<String> bad = new ArrayList<>(each("1st|9|-ada|_ada|-|/who|" + longest + "u"));
        for (String other : OTHERS) {
            bad.addAll(List.of(other, other + "da", "a" + other + "a", "ad" + other));
        }
        for (String name : bad) {
            refused("/nick " + name, "bad-name");
            refused("/msg " + name + " hi", "bad-name");
        }
        for (String name : each(" ada|a da|ada |ada\r|a\nb")) {
            Object seen = outcome("/nick " + name);
            boolean isBad = seen instanceof Parser.Nick nick && nick.name().contains(" ");
            Checks.that(!isBad, "no name with a space for the line " + Checks.quoted("/nick " + name), shown(seen));
        }
    }

    private void controls() throws Exception {
        List<Integer> all = IntStream.rangeClosed(0, 0x9f)
                .filter(c -> c != '\t' && (c < ' ' || c >= 0x7f))
                .boxed()
                .collect(Collectors.toList());
        all.addAll(List.of(0x2028, 0x2029));
        for (int c : all) {
            String key = c >= 0x80 && c <= 0x9f ? "ascii-only" : "";
            String control = Character.toString(c);
            means(key, "hi" + control + "<bob> I", new Parser.Say("hi <bob> I"));
            means(key, control + "/who" + control, new Parser.Say(" /who "));
            means(key, "/say" + control + "hi" + control + control, new Parser.Say("hi  "));
            means(key, "/msg" + control + "bob" + control + "psst", new Parser.Msg("bob", "psst"));
            Object refusal = outcome("/dance" + control + "!");
            String expected = "a Refused without " + Checks.quoted(control) + " in its words for a line with it";
            Checks.that(key, !refusal.toString().contains(control), expected, shown(refusal));
        }
        for (String other : each("a\tb|\u00a0|a\u200db|\ufeff|\u00ad|\u3000|e\u0301|\ufffd|\ue000|"
                + "\ud83d\udc69\u200d\ud83d\udcbb")) {
            means("", other, new Parser.Say(other));
        }
    }

    private void junk() {
        List<String> lines = new ArrayList<>(each("| |/|/ |//|/msg|/msg |/msg  |/msg a|/nick|/say|\ud83d"));
        Random random = new Random(8);
        for (int i = 0; i < MANY; i++) {
            lines.add(IntStream.range(0, random.nextInt(7))
                    .mapToObj(piece -> JUNK.get(random.nextInt(JUNK.size())))
                    .collect(Collectors.joining()));
        }
        lines.forEach(Check::commandOrRefused);
        for (String begin :
                each("|/say |/msg bob |/nick |/|/who |/dance")) { // an alternative in a group, (.|x)*, calls itself
            for (String piece : each("x| |\t|/|\u00e4")) {
                commandOrRefused(begin + piece.repeat(LONG));
            }
        }
    }

    private static void commandOrRefused(String line) {
        String expected = "a command or a Refused for the line " + begin(line);
        try {
            Checks.that(Parser.parse(line) != null, expected, "null");
        } catch (Parser.Refused e) {
            boolean known = each("unknown-command|bad-args|bad-name").contains(e.code);
            Checks.that(known, expected + " with one of its three codes", e.code);
        } catch (Exception | StackOverflowError e) {
            throw Checks.wrong(expected, e);
        }
    }

    private static String begin(String line) {
        return line.length() < 100
                ? Checks.quoted(line)
                : Checks.quoted(line.substring(0, 20)) + " and " + (line.length() - 20) + " more";
    }

    private void form() throws Exception {
        printed(new Parser.Say("hi"), "/say hi");
        printed(new Parser.Say("/who"), "/say /who");
        printed(new Parser.Nick("Ada"), "/nick Ada");
        printed(new Parser.Msg("Bob", "PSST it"), "/msg Bob PSST it");
        printed(new Parser.Who(), "/who");
        printed(new Parser.Quit(), "/quit");
    }

    private static void printed(Parser.Command command, String expected) throws Exception {
        Checks.equal(expected, Parser.print(command));
        inTurkish(() -> Checks.equal(expected, Parser.print(command)));
    }

    private void roundTrip() {
        for (String name : each("a|Z|x9-_|who|abcdefghijklmnopqrst")) {
            thereAndBack(new Parser.Nick(name));
            thereAndBack(new Parser.Msg(name, "hi"));
        }
        for (String first : WORDS) {
            for (String second : WORDS) {
                thereAndBack(new Parser.Say(first + second));
                thereAndBack(new Parser.Msg("bob", second + " " + first));
            }
        }
        thereAndBack(new Parser.Say(" "));
        thereAndBack(new Parser.Say("x".repeat(1_000)));
        thereAndBack(new Parser.Who());
        thereAndBack(new Parser.Quit());
    }

    private static void thereAndBack(Parser.Command command) {
        String line;
        try {
            line = Parser.print(command);
        } catch (IllegalArgumentException e) {
            throw Checks.wrong("a line for " + shown(command), e);
        }
        Object back = outcome(line);
        Checks.that(
                command.equals(back),
                "a line that means " + shown(command),
                "the line " + Checks.quoted(line) + ", which means " + shown(back));
    }

    private void noLine() {
        for (String text : each("|hi\n/nick fool|hi\r/quit|\n|a\u0000|\u001b[2J|a\u007f|a\u0085b|\u2028|\u2029x")) {
            noLine(new Parser.Msg("bob", text));
            if (!text.isEmpty()) { // an empty line may be a Say
                noLine(new Parser.Say(text));
            }
        }
        List<String> names = new ArrayList<>(
                each("|eve\n/quit|eve\n|eve\r|eve\u0085|eve\u2028|eve bob| |1st|-a|abcdefghijklmnopqrstu"));
        OTHERS.forEach(other -> names.add("a" + other));
        for (String name : names) {
            noLine(new Parser.Nick(name));
            noLine(new Parser.Msg(name, "psst"));
        }
    }

    /** What parse should think of the line is checked elsewhere: here, it only must not mean something else. */
    private static void noLine(Parser.Command command) {
        String line;
        try {
            line = Parser.print(command);
        } catch (IllegalArgumentException e) {
            return;
        }
        Object back = outcome(line);
        Checks.that(
                command.equals(back) && line.indexOf('\n') < 0,
                "an IllegalArgumentException for " + shown(command),
                "the line " + Checks.quoted(line) + ", which means " + shown(back));
    }

    private void answers() throws Exception {
        answered(
                "/nick ada|/NICK ada|hi|// so what|/msg bob psst|/who|/who are you?|/say hi\u0007|100% sure|a%nb %s 50%% {0} $1 \\");
    }

    private void refusals() throws Exception {
        answered("/dance|/msg|/msg bob|/nick <bob>|/NICK|/say");
    }

    /** The expected answer is what the student's own parse and print make of the line. */
    private static void answered(String lines) throws Exception {
        for (String line : each(lines)) {
            Object meaning = outcome(line);
            String answer = meaning instanceof Parser.Command command
                    ? "* " + Parser.print(command)
                    : ((Refusal) meaning).message;
            Visit visit = Visit.of(line);
            Checks.that(
                    visit.answers().equals(List.of(answer)),
                    Checks.quoted(answer) + " for the line " + Checks.quoted(line),
                    visit.answers().isEmpty()
                            ? "no answer, then " + visit.end
                            : visit.answers().stream().map(Checks::quoted).collect(Collectors.joining(", ")) + ", then "
                                    + visit.end);
        }
    }

    private void oneByOne() throws Exception {
        for (String lines : List.of("/who\n/say hi\n/nick ada\n/msg bob psst\n", "/dance\n/msg\n/nick <bob>\n")) {
            for (int cut = 1; cut < lines.length(); cut++) { // often with half a line in the first piece
                sentAtOnce(List.of(lines.substring(0, cut), lines.substring(cut)));
            }
        }
    }

    private static void sentAtOnce(List<String> pieces) throws Exception {
        Visit visit = Visit.inPieces(pieces);
        if (visit.answers().isEmpty()) {
            return; // whether there are answers is another question
        }
        for (int read = 0; read < visit.sentBefore.size(); read++) {
            String come = String.join("", pieces.subList(0, read));
            String sent = visit.sentBefore.get(read);
            boolean ok = lineEnds(sent) == lineEnds(come) && (sent.isEmpty() || sent.endsWith("\n"));
            String when = " when " + Checks.quoted(come) + " has come, and talk waits for more";
            Checks.that(ok, "answers sent: " + lineEnds(come) + when, Checks.quoted(sent));
        }
    }

    private static long lineEnds(String text) {
        return text.chars().filter(c -> c == '\n').count();
    }

    private void untilQuit() throws Exception {
        staysWith("", "/who", "/say hi");
        staysWith("one-mistake-ends-it", "/dance");
        staysWith("one-mistake-ends-it", "/nick <bob>", "/msg", "/say");
        staysWith("empty-line-ends-it", "");
        staysWith("", " ", "\t");
        for (String line : each(
                "/quitter|/quit.|/quit\t|/qui|/Quitter|quit| /quit|say /quit|/say /quit|/msg bob /quit|/nick quit")) {
            if (!outcome(line).equals(new Parser.Quit())) {
                staysWith("", line);
            }
        }
        for (String quit : each("/quit|/QUIT|/Quit|/quit |/quit now|/quit /who|/QUIT now|/quit\u0007")) {
            if (!outcome(quit).equals(new Parser.Quit())) {
                continue; // whether it should is another question
            }
            Visit visit = Visit.of("/who", quit, "/who");
            String lines = "/who, " + Checks.quoted(quit) + ", /who";
            Checks.that(visit.end.equals("talk returns"), "talk returns for " + lines, visit.end);
            Checks.that(visit.answers().size() == 1, "one answer to " + lines, visit.answers());
            Checks.that(visit.sentBefore.size() == 2, "no third line read of " + lines, "one more line was read");
        }
    }

    /** After these lines, the client is still answered. */
    private static void staysWith(String key, String... lines) throws Exception {
        List<String> all = new ArrayList<>(List.of(lines));
        all.add("/who");
        Visit visit = Visit.of(all.toArray(new String[0]));
        boolean readAll = visit.sentBefore.size() == all.size() + 1; // and the end
        String wanted = "all of the lines " + all.stream().map(Checks::quoted).collect(Collectors.joining(", "))
                + " read, and the end";
        String seen = visit.sentBefore.size() + " times read; " + visit.end;
        Checks.that(key, readAll && visit.end.equals("talk returns"), wanted, seen);
    }

    /** A client that sends these pieces; each of them is there when it is asked for, and not before. */
    private static final class Visit {
        private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
        /** For each piece that was asked for, and for the end: what had been sent by then. */
        final List<String> sentBefore = new ArrayList<>();

        String end = "talk returns";

        /** Each line is a piece. */
        static Visit of(String... lines) throws Exception {
            return inPieces(Arrays.stream(lines).map(line -> line + "\n").collect(Collectors.toList()));
        }

        static Visit inPieces(List<String> pieces) throws Exception {
            Visit visit = new Visit();
            PrintWriter out = new PrintWriter(visit.sent, true, StandardCharsets.UTF_8);
            try {
                Parser.talk(new BufferedReader(visit.new Sent(pieces)), out);
            } catch (RuntimeException e) {
                visit.end = "talk throws " + e;
            }
            out.flush(); // whether it was sent in time is another question
            return visit;
        }

        List<String> answers() {
            return sent.toString(StandardCharsets.UTF_8).lines().collect(Collectors.toList());
        }

        private final class Sent extends Reader {
            private final List<String> pieces;

            Sent(List<String> pieces) {
                this.pieces = pieces;
            }

            @Override
            public int read(char[] into, int offset, int length) {
                int next = sentBefore.size();
                sentBefore.add(sent.toString(StandardCharsets.UTF_8));
                if (next >= pieces.size()) {
                    return -1;
                }
                String piece = pieces.get(next);
                piece.getChars(0, piece.length(), into, offset);
                return piece.length();
            }

            @Override
            public void close() {}
        }
    }

    /** In Turkish, the small letter of I is one without a dot. */
    private static void inTurkish(Step body) throws Exception {
        Locale here = Locale.getDefault();
        Locale.setDefault(TURKISH);
        try {
            body.run();
        } finally {
            Locale.setDefault(here);
        }
    }

    private static void means(String key, String line, Parser.Command expected) {
        Object seen = outcome(line);
        String where = Locale.getDefault().equals(TURKISH) ? " on a Turkish computer" : "";
        String wanted = shown(expected) + " for the line " + Checks.quoted(line) + where;
        Checks.that(key, expected.equals(seen), wanted, shown(seen));
    }

    private static void refused(String line, String code) {
        Object seen = outcome(line);
        boolean ok = seen instanceof Refusal refusal && refusal.code.equals(code);
        Checks.that(ok, "Refused, " + code + ", for the line " + Checks.quoted(line), shown(seen));
    }

    private record Refusal(String code, String message) {}

    /** The command, or the Refusal. */
    private static Object outcome(String line) {
        try {
            return Parser.parse(line);
        } catch (Parser.Refused e) {
            return new Refusal(e.code, e.getMessage());
        }
    }

    /** The parts between the bars. */
    private static List<String> each(String parts) {
        return List.of(parts.split("\\|", -1));
    }

    private static String shown(Object value) {
        String text = Checks.quoted(value instanceof Refusal refusal ? refusal.message : String.valueOf(value));
        return text.substring(1, text.length() - 1);
    }
}
