/**
 * What a class needs beside its talk: hands, polls, a timer, locks, and to put right what was said. All of it is enforced here and not in the clients, lives in memory alone, and is
 * guarded by the lock of the {@link chatlab.server.chat.Hall}. Read {@link Classroom} first; the way of a message does not lead
 * through this folder.
 */
package chatlab.server.classroom;
