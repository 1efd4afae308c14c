package chatlab.server;

import java.util.List;
import java.util.function.Supplier;

/**
 * What the conversations with all clients share.
 *
 * @param threads what the server's own threads do right now
 * @param connections all that are open
 */
record Services(
        Settings settings,
        Series series,
        Hall hall,
        Speech speech,
        Podium podium,
        ConnectionLimit connectionLimit,
        WrongKeys wrongKeys,
        Journal journal,
        Housekeeper housekeeper,
        Supplier<List<ThreadReport>> threads,
        Supplier<List<Connection>> connections) {}
