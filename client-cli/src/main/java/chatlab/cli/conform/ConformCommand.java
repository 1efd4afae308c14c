package chatlab.cli.conform;

import chatlab.client.Connector;
import chatlab.client.UserError;
import chatlab.protocol.BadAddressException;
import chatlab.protocol.Endpoint;
import chatlab.protocol.Words;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code conform}: tests a server or a client of a student against the specification. */
@Command(name = "conform", mixinStandardHelpOptions = true, resourceBundle = "chatlab.cli.conform.Words")
public final class ConformCommand implements Callable<Integer> {
    private static final Words WORDS = new Words(ConformCommand.class);

    /** A program starts more slowly than it answers. */
    private static final int START = 6;

    private static final int MOST_SECONDS = 3_600;
    private static final int STATUS_NOT_MET = 1;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "HOST", descriptionKey = "option.host")
    private String host;

    @Parameters(index = "1", arity = "0..1", paramLabel = "PORT", descriptionKey = "option.port")
    private String port;

    @Option(names = "--start", paramLabel = "COMMAND", descriptionKey = "option.start")
    private String command;

    @Option(names = "--client", paramLabel = "PORT", descriptionKey = "option.client")
    private Integer clientPort;

    @Option(names = "--sessions", paramLabel = "FILTER", defaultValue = "", descriptionKey = "option.sessions")
    private String filter;

    @Option(names = "--patience", paramLabel = "SECONDS", defaultValue = "5", descriptionKey = "option.patience")
    private int seconds;

    @Override
    public Integer call() throws UserError, BadAddressException, InterruptedException {
        int ways = (host == null ? 0 : 1) + (command == null ? 0 : 1) + (clientPort == null ? 0 : 1);
        check(ways == 1, "bad.ways");
        check(seconds >= 1 && seconds <= MOST_SECONDS, "bad.patience", MOST_SECONDS);
        check(command == null || !command.isBlank(), "bad.ways");
        check(clientPort == null || filter.isEmpty(), "bad.sessions");
        check(clientPort == null || clientPort >= 0 && clientPort <= 65_535, "bad.port");
        ConformReport report = new ConformReport(spec.commandLine().getOut());
        Duration patience = Duration.ofSeconds(seconds);
        if (clientPort != null) {
            tryClient(report, patience);
        } else if (command != null) {
            new ServerTrial(filter, patience, report::add).start(command, patience.multipliedBy(START));
        } else {
            tryServerInUse(report, patience);
        }
        report.summary();
        boolean good = report.count(Finding.Outcome.NOT_MET) == 0 && report.count(Finding.Outcome.MET) > 0;
        return good ? 0 : STATUS_NOT_MET;
    }

    private void tryServerInUse(ConformReport report, Duration patience) throws UserError, BadAddressException {
        Endpoint server = Endpoint.of(host, port);
        try (Connector connector = new Connector(server)) {
            connector.open().close(); // says in one sentence why there is no server
        }
        ServerTrial trial = new ServerTrial(filter, patience, report::add);
        trial.playAmongOthers(() -> new Socket(server.host(), server.port()), new Random());
    }

    private void tryClient(ConformReport report, Duration patience) throws UserError {
        try (ServerSocket listener = new ServerSocket()) {
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), clientPort));
            report.note(WORDS.get("client.start", listener.getLocalPort()));
            ClientTrial.Waits waits = ClientTrial.Waits.usual(patience);
            new ClientTrial(listener, waits, System::nanoTime, report::add, report::note).run();
        } catch (IOException e) {
            throw new UserError(WORDS.get("client.no-listener", clientPort, e.getMessage()));
        }
    }

    private void check(boolean good, String key, Object... arguments) {
        if (!good) {
            throw new ParameterException(spec.commandLine(), WORDS.get(key, arguments));
        }
    }
}
