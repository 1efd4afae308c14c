/**
 * The page on which people talk: {@link chatlab.swing.chat.ChatPage} puts together the conversations, the transcript of one
 * of them, the composer, and the people of the room.
 */
package chatlab.swing.chat;
