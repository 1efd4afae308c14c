package chatlab.server.delivery;

/**
 * How much has gone from and to a client, for a picture of the server. The numbers that only grow show what has happened since
 * an earlier look.
 *
 * @param turns changes of the reader's state
 * @param waiting bytes in the outbox
 * @param percent how full the outbox is
 * @param drained bytes that were taken out of the outbox
 */
public record MailFigures(int turns, int waiting, int percent, long drained) {}
