package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents tell people to type is there. */
class ReadmeTest {
    private static final Path ROOT =
            Path.of(System.getProperty("chat-server.jar")).resolve("../../..").normalize();
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");

    /** Like: server {@code `OutboxTest`, `SlowReaderTest`}. */
    private static final Pattern TESTS = Pattern.compile("([a-z-]+) (`\\w+Test`(?:, `\\w+Test`)*)");

    private static final Map<String, String> PACKAGES =
            Map.of("protocol", "protocol", "server", "server", "client", "client", "client-cli", "cli", "kit", "kit");

    /** Options of other programs that the documents may show. */
    private static final Set<String> OF_OTHERS = Set.of();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "protocol/README.md", "tutorials/README.md"})
    void everyOptionThatItNamesIsInTheHelp(String name) throws Exception {
        Path document = ROOT.resolve(name);
        assumeTrue(Files.exists(document), name + " is still to be written");

        Set<String> known = optionsIn(help("chat-server.jar"));
        known.addAll(optionsIn(help("chat-cli.jar")));
        known.addAll(optionsIn(help("chat-cli.jar", "swarm")));
        known.addAll(optionsIn(help("chat-cli.jar", "learn", "check")));
        known.addAll(OF_OTHERS);
        assertThat(known).contains("--transcript", "--plain");
        assertThat(optionsIn(Files.readString(document))).isSubsetOf(known);
    }

    @Test
    void everyTestThatItNamesIsThere() throws Exception {
        for (MatchResult row : TESTS.matcher(Files.readString(ROOT.resolve("kit/README.md")))
                .results()
                .collect(Collectors.toList())) {
            String module = row.group(1);
            for (String test : row.group(2).split(", ")) {
                String file = test.replace("`", "") + ".java";
                Path there =
                        ROOT.resolve(module).resolve("src/test/java/chatlab").resolve(PACKAGES.get(module));
                try (Stream<Path> files = Files.walk(there)) {
                    assertThat(files.map(path -> path.getFileName().toString())).contains(file);
                }
            }
        }
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
