package chatlab.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatlab.protocol.Endpoint;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the shell sees of each client. */
class ProgramTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Command(name = "chat-test", mixinStandardHelpOptions = true, subcommands = Course.class)
    private static final class Chat implements Callable<Integer> {
        @Parameters(arity = "0..1")
        private String host = "localhost";

        @Option(names = "--name")
        private String name;

        @Override
        public Integer call() throws Exception {
            Endpoint.parse(host);
            if (Program.name(name).equals("fault")) {
                throw new IllegalStateException("a fault of the program");
            }
            return 0;
        }
    }

    @Command(name = "course", mixinStandardHelpOptions = true)
    private static final class Course implements Runnable {
        @Override
        public void run() {}
    }

    @Test
    void goodArgumentsEndWithStatusZeroAndNoWord() {
        assertThat(run("127.0.0.1:8081", "--name", "Ada")).isZero();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void impossiblePortIsOneSentenceAndStatusOne() {
        assertThat(run("localhost:99999")).isEqualTo(1);
        assertThat(err.toString()).matches("chat-test: \"99999\" is not a port\\. .*\\R");
    }

    @Test
    void impossibleNameIsOneSentenceAndStatusOne() {
        assertThat(run("--name", "a b")).isEqualTo(1);
        assertThat(err.toString()).matches("chat-test: A name consists of .*\\R");
    }

    @Test
    void unknownOptionLeadsToTheHelpWithStatusTwo() {
        assertThat(run("--bogus")).isEqualTo(2);
        assertThat(err.toString()).matches("chat-test: Unknown option: '--bogus'\\RTry --help\\.\\R");
    }

    @Test
    void faultOfTheProgramKeepsItsStackTrace() {
        assertThat(run("--name", "fault")).isNotZero();
        assertThat(err.toString()).contains("a fault of the program", "at chatlab.client.ProgramTest");
    }

    @Test
    void programAndSubcommandsTellTheVersionOfTheProgram() {
        assertThat(run("--version")).isZero();
        assertThat(run("course", "--version")).isZero();
        assertThat(out.toString()).matches("(chat-test \\d+\\.\\d+\\R){2}");
    }

    @Test
    void nameIsEmptyWithoutTheOptionAndRefusedWhereImpossible() throws UserError {
        assertThat(Program.name(null)).isEmpty();
        assertThat(Program.name("Ada")).isEqualTo("Ada");
        assertThatThrownBy(() -> Program.name("")).isInstanceOf(UserError.class);
    }

    private int run(String... arguments) {
        return Program.run(new Chat(), new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
