/**
 * The sockets: accepting them, a reader for each client, and the answers to clients that look for servers. Read
 * {@link Acceptor} first, then {@link ClientReader}.
 */
package chatlab.server.net;
