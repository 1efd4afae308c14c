package chatlab.server.session;

import chatlab.server.chat.Hall;
import chatlab.server.chat.KeyAlarm;
import chatlab.server.chat.Moderation;
import chatlab.server.chat.Naming;
import chatlab.server.chat.Publisher;
import chatlab.server.classroom.Classroom;
import chatlab.server.classroom.Corrections;
import chatlab.server.delivery.Connection;
import chatlab.server.limits.ConnectionLimit;
import chatlab.server.limits.IdleWatch;
import chatlab.server.limits.WrongKeys;
import chatlab.server.log.EventLog;
import chatlab.server.log.MessageRun;
import chatlab.server.support.Scheduler;
import chatlab.server.support.Settings;
import chatlab.server.support.ThreadReport;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the conversations with all clients share.
 *
 * @param threads what the server's own threads do right now
 * @param connections all that are open
 * @param webPort the TCP port of the lab page, 0 without one
 */
public record Shared(
        Settings settings,
        MessageRun messageRun,
        Hall hall,
        Naming naming,
        Publisher publisher,
        Moderation moderation,
        Corrections corrections,
        Classroom classroom,
        KeyAlarm keyAlarm,
        ConnectionLimit connectionLimit,
        WrongKeys wrongKeys,
        IdleWatch idleWatch,
        EventLog eventLog,
        Scheduler scheduler,
        Supplier<List<ThreadReport>> threads,
        Supplier<List<Connection>> connections,
        int webPort) {}
