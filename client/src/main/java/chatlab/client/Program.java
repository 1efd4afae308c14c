package chatlab.client;

import chatlab.protocol.BadAddressException;
import chatlab.protocol.BadNameException;
import chatlab.protocol.Name;
import chatlab.protocol.SystemTerminal;
import chatlab.protocol.Words;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;

/**
 * A client's command line. What cannot be done is told in one sentence on the standard error, without a stack trace; the
 * exit status is 1 then, and 2 where the arguments themselves make no sense.
 */
public final class Program {
    private static final Words WORDS = new Words(Program.class);
    private static final int STATUS_USER_ERROR = 1;
    private static final int STATUS_USAGE = 2;

    private Program() {}

    /**
     * Does what the arguments say and returns the exit status. The program and all its subcommands offer the version.
     *
     * @param program annotated with picocli's {@code Command}
     */
    public static int run(Object program, PrintWriter out, PrintWriter err, String... args) {
        CommandLine commands = new CommandLine(program);
        String[] version = {commands.getCommandName() + " " + Version.get()};
        giveVersion(commands, () -> version);
        return commands.setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((e, ignored) -> {
                    int status = complain(e.getCommandLine(), e, STATUS_USAGE);
                    err.println(WORDS.get("try-help"));
                    err.flush();
                    return status;
                })
                .setExecutionExceptionHandler((e, command, ignored) -> {
                    if (e instanceof UserError || e instanceof BadAddressException) {
                        return complain(command, e, STATUS_USER_ERROR);
                    }
                    throw e;
                })
                .execute(args);
    }

    /**
     * The name of a person that was given as an option.
     *
     * @param typed null where the option is missing; the name is empty then
     * @throws UserError where that name is not allowed
     */
    public static String name(String typed) throws UserError {
        try {
            return typed == null ? "" : Name.ofPerson(typed).shown();
        } catch (BadNameException e) {
            throw new UserError(e.getMessage());
        }
    }

    private static void giveVersion(CommandLine command, IVersionProvider version) {
        command.getCommandSpec().versionProvider(version);
        command.getSubcommands().values().forEach(subcommand -> giveVersion(subcommand, version));
    }

    private static int complain(CommandLine command, Exception e, int status) {
        command.getErr().println(SystemTerminal.folded(command.getCommandName() + ": " + e.getMessage()));
        command.getErr().flush();
        return status;
    }
}
