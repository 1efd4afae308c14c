package chatlab.cli;

import chatlab.client.Member;
import chatlab.client.Partners;
import chatlab.client.People;
import chatlab.protocol.Endpoint;
import java.time.Clock;

/** What the parts of a client share. */
record Services(
        UserConsole console,
        Clock clock,
        Board board,
        EventText text,
        Uplink link,
        SentItems sentItems,
        Names names,
        Partners partners,
        People people,
        Member member,
        Endpoint server) {}
