/**
 * The chat itself: {@link chatlab.swing.chat.ChatPage} combines the list of conversations, the transcript of the open
 * conversation, the composer, and the people of the room.
 */
package chatlab.swing.chat;
