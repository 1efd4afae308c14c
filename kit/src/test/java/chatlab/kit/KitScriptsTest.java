package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of the kit find Java and start the programs, wherever the kit lies. */
@EnabledOnOs(
        value = {OS.LINUX, OS.MAC},
        disabledReason = "the scripts for Windows were tried by hand")
class KitScriptsTest {
    /** What the scripts use besides Java. */
    private static final List<String> TOOLS = List.of("dirname", "mkdir", "readlink", "sed");

    @TempDir
    static Path shared;

    private static Path kit;

    @TempDir
    Path folder;

    /** A folder for the PATH that has no Java. */
    private Path tools;

    @BeforeAll
    static void unpack() throws IOException {
        kit = shared.resolve("Übung 2 & Bob's \"50%\" (new!) x");
        try (UnpackedKit zip = new UnpackedKit()) {
            zip.unpackTo(kit);
        }
    }

    @BeforeEach
    void makeTools() throws IOException {
        tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : TOOLS) {
            Path there = Files.exists(Path.of("/usr/bin", tool)) ? Path.of("/usr/bin", tool) : Path.of("/bin", tool);
            program(tools.resolve(tool), "exec " + there + " \"$@\"");
        }
    }

    @Test
    void serverAndLearnRunFromAnotherFolderAndAClientTalks() throws Exception {
        Path links = Files.createTempDirectory(shared, "links");
        Path inner = Files.createDirectory(links.resolve("a folder")).resolve("link");
        Files.createSymbolicLink(inner, kit.resolve("server.sh"));
        Path link = Files.createSymbolicLink(links.resolve("link"), links.relativize(inner));
        String options = "127.0.0.1 0 --discovery off --transcript none --web off --name";
        List<String> arguments = new ArrayList<>(List.of(options.split(" ")));
        arguments.add("Room 12 & more");
        try (RunningProgram server = start(System.getProperty("java.home"), link, arguments.toArray(String[]::new));
                RunningProgram learn =
                        start(System.getProperty("java.home"), kit.resolve("learn.sh"), "--folder", "own")) {
            assertThat(server.expect("Chatlab .*")).endsWith(": Room 12 & more");
            int port = Integer.parseInt(
                    server.expect("Listening on .*, port \\d+\\.").replaceAll(".*port (\\d+)\\.", "$1"));
            try (RunningClient client = RunningClient.join(folder, port, "ada")) {
                client.type("hello");
                server.expect(".*<ada> hello");
            }
            assertThat(learn.expectExit()).isZero();
            assertThat(learn.out().all())
                    .contains("Your folder: " + folder.toRealPath().resolve("own"));
        }
    }

    @Test
    void scriptWithoutJavaSaysInOneSentenceWhatToDo() throws Exception {
        for (String script : List.of("server.sh", "client.sh", "learn.command")) {
            assertThat(failure(folder, script))
                    .isEqualTo("Chatlab needs Java 17 or later, and no Java was found: install a JDK, for example from"
                            + " https://adoptium.net, or get the folder \"runtime\" from your instructor and put it beside "
                            + script + ".");
        }
    }

    @Test
    void scriptWithAnOldJavaSaysItsVersion() throws Exception {
        assertThat(failure(fakeJava("old", "11.0.2"), "server.sh"))
                .contains(", and the Java found is version 11.0.2: ");
        assertThat(failure(fakeJava("older", "1.8.0_402"), "server.sh"))
                .contains(", and the Java found is version 1.8.0_402: ");
    }

    @Test
    void runtimeBesideTheScriptComesFirst() throws Exception {
        Path copy = folder.resolve("kit");
        Files.createDirectories(copy.resolve("runtime/bin"));
        Files.copy(kit.resolve("learn.sh"), copy.resolve("learn.sh"));
        Files.move(fakeJava("made", "21").resolve("bin/java"), copy.resolve("runtime/bin/java"));
        try (RunningProgram program =
                start(fakeJava("old", "17").toString(), copy.resolve("learn.sh"), "start", "two words")) {
            assertThat(program.expectExit()).isZero();
            assertThat(program.out().all())
                    .containsExactly("made -jar " + copy + "/chat-cli.jar learn start two words");
        }
    }

    /** A Java that only says its version, and then its name and its arguments. Returns its home. */
    private Path fakeJava(String name, String version) throws IOException {
        Path bin = Files.createDirectories(folder.resolve(name).resolve("bin"));
        String answer = "echo 'openjdk version \"" + version + "\" 2026' >&2";
        program(bin.resolve("java"), "[ \"$1\" = -version ] && " + answer + " || echo " + name + " \"$@\"");
        return folder.resolve(name);
    }

    /** Starts a script where only this Java may be found, and returns the only line that it prints. */
    private String failure(Path javaHome, String script) throws Exception {
        try (RunningProgram program = start(javaHome.toString(), kit.resolve(script))) {
            program.endInput();
            assertThat(program.expectExit()).isEqualTo(1);
            assertThat(program.err().all()).hasSize(1);
            return program.err().all().get(0);
        }
    }

    private RunningProgram start(String javaHome, Path script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", javaHome);
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        return new RunningProgram(script.getFileName().toString(), folder, builder);
    }

    private static void program(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
