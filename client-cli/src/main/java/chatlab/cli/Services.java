package chatlab.cli;

/** What the parts of a client share. */
record Services(
        Console console, Board board, EventText text, Link link, Receipts receipts, Names names, Member member) {}
