/**
 * The rooms, the people in them, and what they say. All of it is changed in one order, under the lock of the
 * {@link Hall}. Read {@link Publisher} first, then {@link Hall}; leave for later which name a person may have
 * ({@link Naming}) and what an instructor can do ({@link Moderation}).
 */
package chatlab.server.chat;
