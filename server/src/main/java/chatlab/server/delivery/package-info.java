/**
 * How lines get from an outbox to the socket of a client, so that a client that does not read keeps no other client waiting:
 * a connection, its outbox, and the threads that write. Read {@link Outbox} first, then {@link Delivery}.
 */
package chatlab.server.delivery;
