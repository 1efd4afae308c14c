/**
 * The Swing client of Chatlab. {@link chatlab.swing.Main} starts it, {@link chatlab.swing.ChatWindow} combines its
 * parts: {@code model} holds the state of the chat and {@code net} the connection; {@code join} and {@code chat} are
 * the two pages, {@code transcript} is the text of a conversation, {@code hood} the panel "under the hood", and {@code
 * ui} what all of these share.
 *
 * <p>Read first: {@code ChatWindow}, then {@link chatlab.swing.chat.ChatPage} and {@link
 * chatlab.swing.transcript.TranscriptView}; the path of a line from the socket to the screen is in {@code net}.
 */
package chatlab.swing;
