/**
 * What the client knows, in plain classes: people, rooms, messages, and commands that wait for an answer.
 *
 * <p>Nothing here knows Swing or sockets. Nothing here is safe for use by several threads: all of it belongs to the event
 * dispatch thread. The network tells it what happened ({@link chatlab.swing.model.Feed}), the user what to do ({@link
 * chatlab.swing.model.Actions}), and views show what {@link chatlab.swing.model.Chat} says. Every text in it is clean: it
 * may be shown as it is, though never where Swing would take it for HTML.
 */
package chatlab.swing.model;
