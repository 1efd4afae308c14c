package chatlab.swing.chat;

/** Names for files, made of names from the network. */
final class FileNames {
    private FileNames() {}

    /** Has nothing in it that any file system takes for more than a letter. */
    static String ofTranscript(String conversation) {
        StringBuilder name = new StringBuilder("chat-");
        conversation.codePoints().limit(40).forEach(c -> {
            boolean harmless = Character.isLetterOrDigit(c) || c == '-' || c == '_';
            name.appendCodePoint(harmless ? c : '_');
        });
        return name.append(".txt").toString();
    }
}
