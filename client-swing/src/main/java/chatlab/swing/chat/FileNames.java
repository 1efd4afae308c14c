package chatlab.swing.chat;

import java.nio.file.Path;

/** Names for files, made of names from the network. */
final class FileNames {
    private static final String TEXT = ".txt";

    private FileNames() {}

    /** Has nothing in it that any file system takes for more than a letter. */
    static String ofTranscript(String conversation) {
        StringBuilder name = new StringBuilder("chat-");
        conversation.codePoints().limit(40).forEach(c -> {
            boolean harmless = Character.isLetterOrDigit(c) || c == '-' || c == '_';
            name.appendCodePoint(harmless ? c : '_');
        });
        return name.append(TEXT).toString();
    }

    /** The same file, as a text file if its name has no ending: a double click then opens it. */
    static Path withEnding(Path file) {
        String name = String.valueOf(file.getFileName());
        boolean hasEnding = name.matches(".+\\.\\p{L}\\w*"); // not the 2 of "room 1.2"
        return hasEnding ? file : file.resolveSibling(name.replaceFirst("\\.$", "") + TEXT);
    }
}
