package chatlab.swing.chat;

import chatlab.protocol.Words;
import chatlab.swing.ui.FormDialog;
import chatlab.swing.ui.Grid;
import chatlab.swing.ui.Untrusted;
import java.awt.Component;
import java.awt.Dimension;
import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.SwingWorker;
import javax.swing.filechooser.FileNameExtensionFilter;

/** Saves a conversation as a text file. */
final class SaveDialog {
    private static final Words WORDS = new Words(SaveDialog.class);

    private static final String TEXT = ".txt";

    private final Component owner;
    private final Consumer<Path> saved;

    /** {@code saved} is told, on the event dispatch thread, of a file that was written. */
    SaveDialog(Component owner, Consumer<Path> saved) {
        this.owner = owner;
        this.saved = saved;
    }

    /** Asks for a file, and asks again before it overwrites one. */
    void save(String conversation, String text) {
        JFileChooser chooser = new JFileChooser();
        chooser.setName("saveTranscript");
        int margin = Grid.px(5);
        chooser.setBorder(BorderFactory.createEmptyBorder(margin, margin, margin, margin));
        chooser.setDialogTitle(WORDS.get("save.title"));
        chooser.setFileFilter(new FileNameExtensionFilter(WORDS.get("save.type"), "txt"));
        Dimension size = chooser.getPreferredSize();
        chooser.setPreferredSize(FormDialog.onScreen(owner, size.width, size.height));
        chooser.setSelectedFile(new File(fileName(conversation)));
        while (chooser.showSaveDialog(owner) == JFileChooser.APPROVE_OPTION) {
            try {
                Path file = withEnding(chooser.getSelectedFile().toPath());
                if (!Files.exists(file) || mayOverwrite(file)) {
                    new Writer(file, text).execute();
                    return;
                }
            } catch (InvalidPathException e) {
                complain(WORDS.get("save.bad-name", e.getInput()));
            }
        }
    }

    /** A file name without any character that has a meaning for a file system. */
    static String fileName(String conversation) {
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

    private boolean mayOverwrite(Path file) {
        Object[] answers = {WORDS.get("save.overwrite.yes"), WORDS.get("save.overwrite.no")};
        int answer = JOptionPane.showOptionDialog(
                owner,
                Untrusted.text(WORDS.get("save.overwrite", file.getFileName())),
                WORDS.get("save.title"),
                JOptionPane.DEFAULT_OPTION,
                JOptionPane.WARNING_MESSAGE,
                null,
                answers,
                answers[1]);
        return answer == 0;
    }

    private void complain(String words) {
        JOptionPane.showMessageDialog(owner, Untrusted.text(words), WORDS.get("save.title"), JOptionPane.ERROR_MESSAGE);
    }

    /** Why it failed. The messages of two exceptions are the name of the file only. */
    static String why(Throwable e) {
        if (e instanceof AccessDeniedException) {
            return WORDS.get("save.denied");
        } else if (e instanceof NoSuchFileException) {
            return WORDS.get("save.no-folder");
        }
        return String.valueOf(e.getMessage());
    }

    /** Writes in the background, since a disk may be slow. */
    private final class Writer extends SwingWorker<Void, Void> {
        private final Path file;
        private final String text;

        Writer(Path file, String text) {
            this.file = file;
            this.text = text;
        }

        @Override
        protected Void doInBackground() throws IOException {
            Files.writeString(file, text);
            return null;
        }

        @Override
        protected void done() {
            try {
                get();
                saved.accept(file);
            } catch (ExecutionException e) {
                complain(WORDS.get("save.failed", file, why(e.getCause())));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e); // it is done, so get() does not wait
            }
        }
    }
}
