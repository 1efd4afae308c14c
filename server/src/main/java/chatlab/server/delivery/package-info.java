/**
 * How lines get from the outbox of a client to its socket, so that a client that does not read keeps no other client waiting.
 * Read {@link Outbox} first, then {@link Writer}, which serves one client. {@link Postman} serves all clients with one thread,
 * and {@link PostOffice} relieves it from a client that does not read: leave these two for a second sitting.
 */
package chatlab.server.delivery;
