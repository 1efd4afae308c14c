package chatlab.kit;

import chatlab.tutorials.weave.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A command of README.md. Its block stands below a comment with its name, like {@code <!-- command: package -->}.
 * {@link ReadmeCommandsTest} runs all of them but {@link #VERIFY}, which is what {@code .ci/run} runs.
 */
enum ReadmeCommand {
    SERVER,
    VERIFY,
    PACKAGE,
    CLASSROOM,
    REPORT,
    SWARM,
    WINDOW,
    TERMINAL_FROM_SOURCES,
    INSTALL,
    TERMINAL_WITH_MAVEN,
    TERMINAL,
    NC,
    COURSE,
    COURSE_WITH_MAVEN;

    private static final Pattern BLOCK = Pattern.compile("(?ms)(?:^<!-- command: (\\S+) -->\n)?^```sh\n(.*?)^```$");

    /** The command's name in the README. */
    String marker() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The command as it stands in the README, without its line end. */
    String text() throws IOException {
        return blocks().get(marker()).strip();
    }

    /**
     * The blocks of commands, in their order, by their markers; the key of a block without a marker is the block itself.
     *
     * @throws IllegalStateException when two blocks have the same marker
     */
    static Map<String, String> blocks() throws IOException {
        return BLOCK.matcher(Files.readString(Checkout.ROOT.resolve("README.md")))
                .results()
                .collect(Collectors.toMap(
                        block -> block.group(1) == null ? block.group(2) : block.group(1),
                        (MatchResult block) -> block.group(2),
                        (one, other) -> {
                            throw new IllegalStateException("two blocks with one marker: " + one + other);
                        },
                        LinkedHashMap::new));
    }
}
