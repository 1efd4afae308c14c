package chatlab.server;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.SystemCharset;
import chatlab.protocol.SystemTerminal;
import chatlab.server.log.ProgramScreen;
import chatlab.server.log.Screen;
import chatlab.server.report.ReportCommand;
import chatlab.server.support.CannotStartException;
import chatlab.server.support.Settings;
import chatlab.server.support.Version;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code java -jar chat-server.jar [HOST] [PORT]}, also {@code HOST:PORT} or {@code PORT} alone; with {@code report} first, the
 * command of that name.
 */
@Command(
        name = "chat-server",
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionProvider.class,
        resourceBundle = "chatlab.server.support.Words",
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class Main implements Callable<Integer> {
    @Mixin
    private Settings settings;

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        CommandLine program = commandLine();
        if (arguments.length > 0 && arguments[0].equals("report")) { // only then: the server starts without its classes
            program.addSubcommand(new ReportCommand())
                    .setOut(new PrintWriter(SystemCharset.out(), true))
                    .setErr(new PrintWriter(SystemCharset.err(), true));
        }
        int status = program.execute(arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, arguments) -> {
                    e.getCommandLine().getErr().println(SystemTerminal.folded(e.getMessage()));
                    e.getCommandLine().getErr().println(WORDS.get("start.help"));
                    return CommandLine.ExitCode.USAGE;
                });
    }

    @Override
    public Integer call() {
        check();
        Screen screen = new ProgramScreen();
        try (ChatServer server = ChatServer.start(settings, screen)) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "goodbye"));
            screen.print(new StartBanner(settings, server).lines());
            Keyboard keyboard = new Keyboard(server, screen);
            Thread thread = new Thread(keyboard, "keyboard");
            thread.setDaemon(true);
            thread.start();
            server.awaitClosed();
            return CommandLine.ExitCode.OK;
        } catch (CannotStartException e) {
            System.err.println(SystemTerminal.folded(e.getMessage()));
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private void check() {
        try {
            settings.check();
        } catch (CannotStartException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    static final class VersionProvider implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"chatlab " + Version.get()};
        }
    }
}
