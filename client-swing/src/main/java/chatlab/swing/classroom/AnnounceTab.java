package chatlab.swing.classroom;

import chatlab.protocol.Words;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.ui.Edge;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.RowList;
import chatlab.swing.ui.TextEditing;
import chatlab.swing.ui.Untrusted;
import chatlab.swing.ui.WrappingLabel;
import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.ui.FlatScrollPaneBorder;
import java.awt.CardLayout;
import java.awt.KeyboardFocusManager;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.SwingWorker;
import net.miginfocom.swing.MigLayout;

/** Announcements that the user has prepared: a click sends one to all rooms. They can be edited here. */
final class AnnounceTab extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(AnnounceTab.class);
    private static final String LIST = "list";
    private static final String TEXT = "text";

    private final transient Chat chat;
    private final transient Actions actions;
    private final transient ClassDialog dialog;
    private final transient AnnouncementFile file;
    private final RowList<String> list = new RowList<>(line -> line);
    private final JTextArea text = TextEditing.install(new JTextArea());
    private final CardLayout cards = new CardLayout();
    private final JPanel middle = new JPanel(cards);
    private final JLabel hint = new WrappingLabel();
    private final JButton edit = Labels.button(WORDS.get("announce.edit"), this::toggle);
    private boolean editing;

    AnnounceTab(Chat chat, Actions actions, ClassDialog dialog, AnnouncementFile file) {
        super(new MigLayout("insets 3s 0 0 0, fill, gap 2s, wrap 1", "[grow,fill]", "[][grow,fill][]"));
        this.chat = chat;
        this.actions = actions;
        this.dialog = dialog;
        this.file = file;
        list.setName("announcements");
        list.showTexts(line -> line, line -> "");
        list.onOpen(1, this::send);
        list.getAccessibleContext().setAccessibleName(WORDS.get("announce.tab").replace("&", ""));
        text.setName("announcementsText");
        text.getAccessibleContext().setAccessibleName(WORDS.get("announce.text"));
        // or Tab would not leave it
        text.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        text.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        JScrollPane area = new JScrollPane(text);
        area.setBorder(new FlatScrollPaneBorder());
        middle.add(Edge.showFocus(list.frame()), LIST);
        middle.add(area, TEXT);
        hint.setName("announceHint");
        hint.putClientProperty(FlatClientProperties.STYLE, "font: $small.font; foreground: $Chat.dim");
        edit.setName("editAnnouncements");
        add(hint, "wmin 0, wmax 110s, hmin pref");
        add(middle, "grow, wmin 0, h 20s:60s");
        add(edit, "alignx right, growx 0, wmin 20s");
        hint.setText(WORDS.get("announce.hint"));
        list.setRows(AnnouncementFile.lines(WORDS.get("announce.usual")));
        new Work<>(file::read, found -> found.ifPresent(list::setRows)).execute();
    }

    private void send(String line) {
        boolean sent = actions.typed(chat.conversations().get(0), "/announce " + line);
        Untrusted.show(hint, WORDS.get(sent ? "announce.sent" : "announce.refused", line));
    }

    private void toggle() {
        editing = !editing;
        if (editing) {
            text.setText(String.join("\n", list.rows()));
        } else {
            keep(AnnouncementFile.lines(text.getText()));
        }
        cards.show(middle, editing ? TEXT : LIST);
        Labels.set(edit, WORDS.get(editing ? "announce.keep" : "announce.edit"));
        hint.setText(WORDS.get(editing ? "announce.text" : "announce.hint"));
        (editing ? text : list).requestFocusInWindow();
    }

    private void keep(List<String> lines) {
        list.setRows(lines);
        Callable<List<String>> write = () -> {
            file.write(lines);
            return lines;
        };
        new Work<>(write, kept -> {}).execute();
    }

    /** Reads or writes in the background, since a disk may be slow. */
    private final class Work<T> extends SwingWorker<T, Void> {
        private final Callable<T> task;
        private final Consumer<T> result;

        Work(Callable<T> task, Consumer<T> result) {
            this.task = task;
            this.result = result;
        }

        @Override
        protected T doInBackground() throws IOException {
            try {
                return task.call();
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e); // the file throws no other
            }
        }

        @Override
        protected void done() {
            try {
                result.accept(get());
            } catch (ExecutionException e) {
                dialog.complain(
                        WORDS.get("announce.failed", String.valueOf(e.getCause().getMessage())), list);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e); // it is done, so get() does not wait
            }
        }
    }
}
