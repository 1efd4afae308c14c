/**
 * The rooms and the people in them, and what happens there. Everything in here is changed in one order, under the
 * lock of the {@link Hall}. Read {@link Publisher} first, then {@link Hall}.
 */
package chatlab.server.chat;
