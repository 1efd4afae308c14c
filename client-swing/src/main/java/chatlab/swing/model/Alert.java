package chatlab.swing.model;

/**
 * Something that the user should see: my name was said, or I was spoken to in private, while I looked elsewhere.
 *
 * @param entry the number of what was said, in the transcript of the conversation
 */
public record Alert(Conversation conversation, long entry, String from, String text) {}
