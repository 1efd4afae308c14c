package chatlab.server.session;

import chatlab.server.chat.Hall;
import chatlab.server.chat.Podium;
import chatlab.server.chat.Speech;
import chatlab.server.delivery.Connection;
import chatlab.server.limits.ConnectionLimit;
import chatlab.server.limits.WrongKeys;
import chatlab.server.log.Journal;
import chatlab.server.log.Series;
import chatlab.server.support.Housekeeper;
import chatlab.server.support.Settings;
import chatlab.server.support.ThreadReport;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the conversations with all clients share.
 *
 * @param threads what the server's own threads do right now
 * @param connections all that are open
 */
public record Services(
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
