package chatlab.cli;

import chatlab.cli.conform.ConformCommand;
import chatlab.cli.swarm.SwarmCommand;
import chatlab.client.ChatConnection;
import chatlab.client.Connector;
import chatlab.client.Finder;
import chatlab.client.Program;
import chatlab.client.UserError;
import chatlab.protocol.BadAddressException;
import chatlab.protocol.Endpoint;
import chatlab.protocol.SystemTerminal;
import chatlab.protocol.Words;
import chatlab.tutorials.Learn;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The student's terminal. Chats; other things that it can do are its subcommands. */
@Command(
        name = "chat-cli",
        mixinStandardHelpOptions = true,
        header = "${bundle:main.header}", // by a key of picocli's own, the subcommands would have it too
        footer = "${bundle:main.footer}",
        resourceBundle = "chatlab.cli.Words",
        subcommands = {Learn.class, SwarmCommand.class, ConformCommand.class})
public final class Main implements Callable<Integer> {
    private static final Words WORDS = new Words(Main.class);

    private final Names names = new Names();

    @Parameters(index = "0", arity = "0..1", paramLabel = "HOST", descriptionKey = "option.host")
    private String host;

    @Parameters(index = "1", arity = "0..1", paramLabel = "PORT", descriptionKey = "option.port")
    private String port;

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "option.name")
    private String name;

    @Option(names = "--plain", descriptionKey = "option.plain")
    private boolean plain;

    @Spec
    private CommandSpec spec;

    Main() {}

    @Override
    public Integer call() throws UserError, BadAddressException, InterruptedException {
        String checkedName = Program.name(name);
        Endpoint typed = host == null ? null : Endpoint.of(host, port);
        if (typed == null && !SystemTerminal.isThere()) {
            throw new UserError(WORDS.get("find.no-terminal"));
        }
        Outcome outcome = Outcome.GOOD;
        ServerChoice.Choice choice;
        try (UserConsole console = Consoles.open(plain, names)) {
            choice = typed == null
                    ? new ServerChoice(console, Finder::new, server -> connect(console, server)).choose()
                    : new ServerChoice.Choice.Server(typed, connect(console, typed));
            if (choice instanceof ServerChoice.Choice.Server server) {
                Connector connector = new Connector(server.address());
                outcome = new ChatClient(console, names, connector, checkedName, Clock.systemDefaultZone())
                        .run(server.connection());
            }
        }
        if (choice instanceof ServerChoice.Choice.Course) {
            return spec.commandLine().getSubcommands().get("learn").execute();
        }
        if (!outcome.sentence().isEmpty()) {
            throw new UserError(outcome.sentence());
        }
        return outcome.status();
    }

    private static ChatConnection connect(UserConsole console, Endpoint server) throws UserError {
        LongWait wait = LongWait.begin(console, WORDS.get("waiting.connection", server));
        try {
            return new Connector(server).open();
        } finally {
            wait.close();
        }
    }

    /** Makes the subcommands: the course gets its way to the server of the class. */
    private static final class Factory implements IFactory {
        private final IFactory usual = CommandLine.defaultFactory();

        @Override
        public <K> K create(Class<K> kind) throws Exception {
            return kind == Learn.class ? kind.cast(new Learn(new NetworkClass())) : usual.create(kind);
        }
    }

    /** Does what the arguments say and returns the exit status. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return Program.run(CommandSpec.forAnnotatedObject(new Main(), new Factory()), out, err, args);
    }

    /** For the shell, and for Maven: with a status of 0 it returns, so that Maven can end in its own way. */
    public static void main(String[] args) throws IOException {
        int status = run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), args);
        if (status != 0) {
            System.exit(status);
        }
    }
}
