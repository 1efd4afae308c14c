package chatlab.cli;

import chatlab.client.ChatConnection;
import chatlab.client.Connector;
import chatlab.client.Finder;
import chatlab.client.UserError;
import chatlab.protocol.Endpoint;
import chatlab.tutorials.ClassServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the server of the class on the network, and visits it. For any thread. */
final class NetworkClass implements ClassServer {
    private static final int CONNECT_MILLIS = 3000;

    @Override
    public Optional<Endpoint> find() throws IOException {
        List<Endpoint> found = new ArrayList<>();
        try (Finder finder = new Finder()) {
            finder.search(server -> found.add(server.address()));
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    @Override
    public Visit visit(Endpoint server) throws IOException {
        ChatConnection connection = connect(server);
        try {
            return ClassVisit.begin(connection);
        } catch (IOException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static ChatConnection connect(Endpoint server) throws IOException {
        try {
            return new Connector(server, CONNECT_MILLIS).open();
        } catch (UserError e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
