/**
 * The server. To follow a message from one socket to the others, read in the order of the calls:
 *
 * <ol>
 *   <li>{@code net}: {@code Acceptor} accepts the client, and {@code ClientReader} reads its line.
 *   <li>{@code session}: {@code Session} obeys the line.
 *   <li>{@code chat}: {@code Publisher} says it, in the one order that {@code Hall} keeps.
 *   <li>{@code delivery}: it becomes a {@code Batch}, waits in the {@code Outbox} of each {@code Connection}, and a
 *       {@code Writer} writes it to one client. Leave the {@code Postman} for later, one thread that writes to all clients.
 * </ol>
 *
 * <p>A folder uses only folders below it. From top to bottom: this package; {@code net}; {@code session}; {@code chat}; {@code
 * log} and {@code limits}, of which neither uses the other; {@code delivery}; {@code support}. The folders {@code log}, {@code
 * limits} and {@code support} can be skipped at first.
 */
package chatlab.server;
