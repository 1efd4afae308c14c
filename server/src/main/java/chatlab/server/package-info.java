/**
 * The server. To follow a message from one socket to the others, read in the order of the calls:
 *
 * <ol>
 *   <li>{@code net}: {@code Acceptor} accepts the socket of a client; the {@code Reception} makes a {@code Connection} of it and
 *       starts its {@code ClientReader}, which reads lines.
 *   <li>{@code session}: {@code Session.obey} finds the command in a line. {@code ClientCommands} has a method for each
 *       command; the one for a text calls {@code Session.collect}. When the reader has no whole line left, {@code
 *       Session.publish} takes the hall's lock by {@code Hall.inOrder}.
 *   <li>{@code chat}: under that lock {@code Publisher.post} numbers the messages, and {@code Hall.broadcast} puts them as a {@code
 *       Batch} into the connections of all people in the room.
 *   <li>{@code delivery}: {@code Connection.put} leaves the bytes in the client's {@code Outbox}. One {@code Postman} writes to
 *       all clients; leave it for later and read {@code Writer}, which writes to one client alone. With {@code --delivery writers}
 *       each client has its own. Otherwise only a client that does not read has a writer of its own.
 * </ol>
 *
 * <p>The words: a <i>plain</i> client is a person with a terminal, a <i>rich</i> one is a program that has sent {@code /proto};
 * the protocol's specification says what each is sent. <i>Mail</i> is what waits in an outbox. A <i>ring</i> tells the delivery
 * that there is mail. <i>Last words</i> are the goodbye after which a connection is closed. A person is <i>lost</i> when the
 * connection of its rich client has ended without {@code /quit}, and may come back. A <i>paste</i> is one message of several lines.
 *
 * <p>A folder uses only folders below it. From top to bottom: this package; {@code net}; {@code session}; {@code classroom};
 * {@code chat}; {@code log} and {@code limits}, of which neither uses the other; {@code delivery}; {@code support}. Beside them are
 * {@code web}, the page for students, which uses only {@code limits} and {@code support}, and {@code report}, a program of its own
 * that reads what {@code log} has written. The folders {@code classroom}, {@code report}, {@code log}, {@code limits}, {@code web}
 * and {@code support} can be skipped at first.
 */
package chatlab.server;
