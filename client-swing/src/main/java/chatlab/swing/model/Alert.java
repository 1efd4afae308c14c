package chatlab.swing.model;

/**
 * A message that the user should see: it mentions the user or is private, and came while the user looked elsewhere.
 *
 * @param entry the number of the message in the transcript of the conversation
 */
public record Alert(Conversation conversation, long entry, String from, String text) {}
