package chatlab.cli;

import chatlab.client.Endpoint;
import chatlab.client.Finder;
import chatlab.client.UserError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists the servers of the network and asks which one it shall be. */
final class ServerChoice {
    private final Console console;
    private final Finders finders;

    /** Makes a new search. */
    interface Finders {
        Finder open() throws IOException;
    }

    ServerChoice(Console console, Finders finders) {
        this.console = console;
        this.finders = finders;
    }

    /** Empty where the user would rather leave. */
    Optional<Endpoint> choose() {
        List<Finder.Found> servers = search();
        while (true) {
            String typed = console.readLine();
            if (typed == null || typed.strip().equals("/quit")) {
                return Optional.empty();
            } else if (typed.isBlank()) {
                servers = search();
                continue;
            }
            try {
                return Optional.of(endpoint(typed.strip(), servers));
            } catch (UserError e) {
                console.show(List.of(Entry.error("", e.getMessage())));
            }
        }
    }

    private List<Finder.Found> search() {
        tell(Words.get("find.searching"));
        List<Finder.Found> servers = new ArrayList<>();
        try (Finder finder = finders.open()) {
            finder.search(server -> {
                servers.add(server);
                tell(Words.get("find.found", servers.size(), server.title(), server.address(), server.users()));
            });
        } catch (IOException e) {
            console.show(List.of(Entry.error("", Words.get("find.failed"))));
        }
        tell(Words.get(servers.isEmpty() ? "find.none" : "find.choose"));
        return servers;
    }

    private static Endpoint endpoint(String typed, List<Finder.Found> servers) throws UserError {
        boolean number = typed.length() <= 2 && typed.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number) {
            return Endpoint.parse(typed);
        }
        int index = Integer.parseInt(typed) - 1;
        if (index < 0 || index >= servers.size()) {
            throw new UserError(Words.get("find.no-such-number", typed));
        }
        return servers.get(index).address();
    }

    private void tell(String sentence) {
        console.show(List.of(Entry.event("", sentence)));
    }
}
