package chatlab.cli;

import chatlab.client.ChatConnection;
import chatlab.client.Finder;
import chatlab.client.UserError;
import chatlab.protocol.BadAddressException;
import chatlab.protocol.Endpoint;
import chatlab.protocol.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists the servers of the network and asks which server to join, or whether to open the course. Asks again until there is
 * a connection to the server that was chosen.
 */
final class ServerChoice {
    private static final Words WORDS = new Words(ServerChoice.class);

    /** What the user chose where no server was named. */
    sealed interface Choice {
        record Server(Endpoint address, ChatConnection connection) implements Choice {}

        record Course() implements Choice {}

        record Nothing() implements Choice {}
    }

    private final UserConsole console;
    private final Finders finders;
    private final Opener opener;

    /** Makes a new search. */
    interface Finders {
        Finder open() throws IOException;
    }

    /** Connects. */
    interface Opener {
        ChatConnection open(Endpoint server) throws UserError;
    }

    ServerChoice(UserConsole console, Finders finders, Opener opener) {
        this.console = console;
        this.finders = finders;
        this.opener = opener;
    }

    Choice choose() {
        List<Finder.Found> servers = search();
        while (true) {
            String typed = console.readLine();
            if (typed == null || typed.strip().equals("/quit")) {
                return new Choice.Nothing();
            } else if (typed.strip().equals("learn")) {
                return new Choice.Course();
            } else if (typed.isBlank()) {
                servers = search();
                continue;
            }
            try {
                Endpoint server = endpoint(typed.strip(), servers);
                return new Choice.Server(server, opener.open(server));
            } catch (UserError | BadAddressException e) {
                console.show(List.of(ScreenEntry.error("", e.getMessage())));
                tell(WORDS.get(servers.isEmpty() ? "find.none" : "find.choose"));
                tell(WORDS.get("find.course"));
            }
        }
    }

    private List<Finder.Found> search() {
        tell(WORDS.get("find.searching"));
        List<Finder.Found> servers = new ArrayList<>();
        try (Finder finder = finders.open()) {
            finder.search(server -> {
                servers.add(server);
                tell(WORDS.get("find.found", servers.size(), server.title(), server.address(), server.users()));
            });
        } catch (IOException e) {
            console.show(List.of(ScreenEntry.error("", WORDS.get("find.failed"))));
        }
        tell(WORDS.get(servers.isEmpty() ? "find.none" : "find.choose"));
        tell(WORDS.get("find.course"));
        return servers;
    }

    private static Endpoint endpoint(String typed, List<Finder.Found> servers) throws UserError, BadAddressException {
        boolean number = typed.length() <= 2 && typed.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number) {
            return Endpoint.parse(typed);
        }
        int index = Integer.parseInt(typed) - 1;
        if (index < 0 || index >= servers.size()) {
            throw new UserError(WORDS.get("find.no-such-number", typed));
        }
        return servers.get(index).address();
    }

    private void tell(String sentence) {
        console.show(List.of(ScreenEntry.event("", sentence)));
    }
}
