/**
 * What both clients do, once: they find a server, connect, enter a room and come back to it, follow the people, and know
 * which of their own messages were said. Nothing here shows anything or starts a thread; where a client has to tell its
 * user something, a class calls a small listener, on the thread that called the class. Read {@link chatlab.client.Arrival}
 * first, with {@link chatlab.client.CatchUp}, then {@link chatlab.client.Presence} and {@link chatlab.client.Receipts}.
 */
package chatlab.client;
