/**
 * The Swing client of Chatlab. {@link chatlab.swing.Main} starts it, {@link chatlab.swing.ChatWindow} holds it
 * together; what is known of the chat is in {@code model}, the network in {@code net}, and what is seen in the other
 * packages.
 */
package chatlab.swing;
