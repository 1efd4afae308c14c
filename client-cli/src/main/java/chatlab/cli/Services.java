package chatlab.cli;

import chatlab.client.Partners;

/** What the parts of a client share. */
record Services(
        Console console,
        Board board,
        EventText text,
        Link link,
        Receipts receipts,
        Names names,
        Partners partners,
        Member member) {}
