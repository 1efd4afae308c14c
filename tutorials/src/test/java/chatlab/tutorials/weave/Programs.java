package chatlab.tutorials.weave;

import chatlab.tutorials.grading.ClassArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The programs that a chapter's commands may start.
 *
 * @param jars what stands for {@code mvn -q -pl MODULE exec:java}: a runnable jar for each module that is there
 * @param launcher the options of Java that make {@code java FILE.java} start faster, or none
 */
public record Programs(Map<String, Path> jars, List<String> launcher) {
    private static final String SMALLEST = "class Smallest { public static void main(String[] args) {"
            + " System.out.println(String.join(\", \", args)); } }";

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final List<String> SETTINGS = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Duser.language=en");
    private static final List<String> MAVEN = List.of("mvn", "-q", "-pl");
    private static final String INSTALL = "./mvnw -q -DskipTests install";
    private static final String ARGUMENTS = "-Dexec.args=";

    public Programs(Map<String, Path> jars) {
        this(jars, List.of());
    }

    /** With the classes of the compiler in an archive, for many programs. They see what they would see without it. */
    public Programs withArchive(Path scratch) throws IOException, InterruptedException {
        Path file = Files.writeString(scratch.resolve("Smallest.java"), SMALLEST);
        List<String> command = new ArrayList<>(SETTINGS);
        command.add(file.getFileName().toString());
        return ClassArchive.of(command, scratch)
                .map(archive -> new Programs(jars, archive.options()))
                .orElse(this);
    }

    /** Whether a transcript with this command may stand in a chapter. */
    static boolean isKnown(String command, Path chapter) {
        List<String> words = ShellWords.of(command);
        switch (words.isEmpty() ? "" : words.get(0)) {
            case "java":
                return words.size() > 1 && Files.isRegularFile(chapter.resolve(words.get(1)));
            case "nc":
                return words.size() >= 3;
            case "mvn":
                return words.size() >= 5
                        && words.subList(0, 3).equals(MAVEN)
                        && List.of("client-cli", "server").contains(words.get(3))
                        && words.get(4).equals("exec:java")
                        && words.stream().skip(5).allMatch(word -> word.startsWith(ARGUMENTS));
            default:
                return false;
        }
    }

    /** Whether it may be shown by itself: these, too, are only told. */
    static boolean mayBeShown(String command, Path chapter) {
        String program = ShellWords.of(command).stream().findFirst().orElse("");
        return command.equals(INSTALL)
                || List.of("learn", "jps", "jstack", "jcmd").contains(program)
                || isKnown(command, chapter);
    }

    /** Whether the command needs nothing but a JDK and the chapter. */
    public static boolean isPlain(String command) {
        return command.startsWith("java ");
    }

    /** Whether the command can be run here. */
    public boolean has(String command) {
        return find(command).isPresent();
    }

    /** What is to be started, or nothing where that is not there. */
    Optional<List<String>> find(String command) {
        List<String> words = ShellWords.of(command);
        switch (words.get(0)) {
            case "java":
                return Optional.of(java(launcher, words.subList(1, words.size())));
            case "nc":
                return isInstalled("nc") ? Optional.of(words) : Optional.empty();
            default:
                return Optional.ofNullable(jars.get(words.get(3)))
                        .filter(Files::exists)
                        .map(jar -> runnable(jar, words));
        }
    }

    private static List<String> java(List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(options);
        command.addAll(SETTINGS);
        command.addAll(arguments);
        return command;
    }

    private static List<String> runnable(Path jar, List<String> maven) {
        List<String> arguments = new ArrayList<>(List.of("-jar", jar.toString()));
        maven.stream()
                .filter(word -> word.startsWith(ARGUMENTS))
                .forEach(word -> arguments.addAll(ShellWords.of(word.substring(ARGUMENTS.length()))));
        return java(List.of(), arguments);
    }

    private static boolean isInstalled(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
