package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.tutorials.weave.Checkout;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The options, tests, commands, files and anchors that the documents name exist. */
class ReadmeTest {
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");

    /** Like: server {@code `OutboxTest`, `SlowReaderTest`}. */
    private static final Pattern TESTS = Pattern.compile("([a-z-]+) (`\\w+Test`(?:, `\\w+Test`)*)");

    private static final Map<String, String> PACKAGES =
            Map.of("protocol", "protocol", "server", "server", "client", "client", "client-cli", "cli", "kit", "kit");

    /** Of a link or a picture: group 1 is where it leads to. */
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    static final long MOST_BYTES_OF_A_PICTURE = 250_000;

    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "protocol/README.md", "server/README.md", "tutorials/README.md"})
    void everyOptionOfTheDocumentIsInTheHelp(String name) throws Exception {
        Path document = Checkout.ROOT.resolve(name);
        Set<String> known = optionsIn(help("chat-server.jar"));
        known.addAll(optionsIn(help("chat-server.jar", "report")));
        known.addAll(optionsIn(help("chat-cli.jar")));
        known.addAll(optionsIn(help("chat-cli.jar", "swarm")));
        known.addAll(optionsIn(help("chat-cli.jar", "conform")));
        known.addAll(optionsIn(help("chat-cli.jar", "learn")));
        known.addAll(optionsIn(help("chat-cli.jar", "learn", "check")));
        assertThat(known).contains("--transcript", "--plain");
        assertThat(optionsIn(Files.readString(document))).isSubsetOf(known);
    }

    @Test
    void everyTestOfThePromisesExists() throws Exception {
        String page = Files.readString(Checkout.ROOT.resolve("kit/README.md"));
        String promises = page.substring(page.indexOf("## What goes wrong"));
        for (MatchResult row : TESTS.matcher(promises).results().collect(Collectors.toList())) {
            String module = row.group(1);
            for (String test : row.group(2).split(", ")) {
                String file = test.replace("`", "") + ".java";
                Path there = Checkout.ROOT
                        .resolve(module)
                        .resolve("src/test/java/chatlab")
                        .resolve(PACKAGES.get(module));
                try (Stream<Path> files = Files.walk(there)) {
                    assertThat(files.map(path -> path.getFileName().toString())).contains(file);
                }
            }
        }
    }

    @Test
    void everyCommandOfTheReadmeHasAMarkerAndIsRun() throws IOException {
        assertThat(ReadmeCommand.blocks().keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.of(ReadmeCommand.values())
                        .map(ReadmeCommand::marker)
                        .collect(Collectors.toList()));
        assertThat(Files.readString(Checkout.ROOT.resolve(".ci/run")))
                .contains("$(readme " + ReadmeCommand.VERIFY.marker() + ")");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("chatlab.tutorials.weave.Checkout#documents")
    void everyLinkLeadsToAFileAnAnchorOrAnAddress(Path document) throws IOException {
        List<String> broken = new ArrayList<>();
        for (MatchResult link :
                LINK.matcher(Files.readString(document)).results().collect(Collectors.toList())) {
            if (!(link.group(1).contains(":") ? isAddress(link.group(1)) : isThere(document, link.group(1)))) {
                broken.add(link.group(1));
            }
        }
        assertThat(broken).isEmpty();
    }

    /** An address of the web is not looked up: a build needs no network. */
    private static boolean isAddress(String link) {
        URI address = URI.create(link);
        return "https".equals(address.getScheme()) && address.getHost() != null;
    }

    @Test
    void everyPictureIsShownAndHasWordsInPlaceOfIt() throws IOException {
        String readme = Files.readString(Checkout.ROOT.resolve("README.md"));
        try (Stream<Path> pictures = Files.list(Checkout.ROOT.resolve("docs"))) {
            assertThat(pictures)
                    .isNotEmpty()
                    .allSatisfy(picture -> assertThat(readme)
                            .containsPattern("!\\[[^\\]]{20,}\\]\\(docs/" + picture.getFileName() + "\\)"));
        }
    }

    private static boolean isThere(Path document, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
        if (parts[0].endsWith(".png")) {
            return Files.isRegularFile(target)
                    && Files.size(target) <= MOST_BYTES_OF_A_PICTURE
                    && ImageIO.read(target.toFile()) != null;
        }
        return Files.exists(target) && (parts.length == 1 || anchors(target).contains(parts[1]));
    }

    /** The anchors of a page, as code hosts make them of its headings. */
    private static List<String> anchors(Path page) throws IOException {
        return HEADING.matcher(Files.readString(page))
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\w\\s-]", "").replace(' ', '-'))
                .collect(Collectors.toList());
    }

    private String help(String jar, String... subcommands) throws IOException, InterruptedException {
        List<String> command = RunningProgram.java(jar);
        command.addAll(List.of(subcommands));
        command.add("--help");
        try (RunningProgram program = new RunningProgram(jar, folder, new ProcessBuilder(command))) {
            assertThat(program.expectExit()).isZero();
            return String.join("\n", program.out().all());
        }
    }

    private static Set<String> optionsIn(String text) {
        return OPTION.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
