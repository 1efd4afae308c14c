package chatlab.swing.classroom;

import chatlab.protocol.ClassroomEvent.Predictions;
import chatlab.protocol.CourseQuestion;
import chatlab.protocol.InstructorCommand;
import chatlab.protocol.Words;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.model.ClassProgress;
import chatlab.swing.model.ClassProgress.Student;
import chatlab.swing.ui.CountBar;
import chatlab.swing.ui.Edge;
import chatlab.swing.ui.FlowPanel;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.Untrusted;
import chatlab.swing.ui.WrappingLabel;
import com.formdev.flatlaf.FlatClientProperties;
import java.util.List;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import net.miginfocom.swing.MigLayout;

/** What the students have done in the course, and what the instructor does with a chapter. */
final class ProgressTab extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(ProgressTab.class);

    private final transient Chat chat;
    private final transient Actions actions;
    private final transient ClassDialog dialog;
    private final JComboBox<CourseQuestion> chooser = new JComboBox<>();
    private final JButton open = button("openChapter", "progress.open", this::openChapter);
    private final JButton close = button("closeChapter", "progress.close", this::closeChapter);
    private final JButton show = button("showPredictions", "progress.show", this::showPredictions);
    private final JLabel state = new WrappingLabel();
    private final FlowPanel bars = new FlowPanel();
    private final JScrollPane barsFrame = Edge.bare(bars);
    private final JLabel rule = small("");
    private final ProgressTable table;
    private final JLabel cell = small("");

    /** The questions that the chooser has. */
    private transient List<CourseQuestion> questions = List.of();

    private transient List<Integer> counts = List.of();

    /** Whether the chapter was chosen: by the user, or once for the user. */
    private boolean chosen;

    private int revision = -1;

    ProgressTab(Chat chat, Actions actions, ClassDialog dialog) {
        super(new MigLayout(
                "insets 3s 0 0 0, fill, gap 2s, hidemode 3, wrap 1", "[grow,fill]", "[][][]3s[]1s[grow,fill]1s[]1s[]"));
        this.chat = chat;
        this.actions = actions;
        this.dialog = dialog;
        table = new ProgressTable(chat.clock().getZone(), this::showCell);
        chooser.setName("chapter");
        chooser.setMaximumRowCount(ClassProgress.CHAPTERS);
        fillChooser();
        chooser.addActionListener(event -> choose());
        state.setName("chapterState");
        rule.setName("progressRule");
        cell.setName("progressCell");
        FlowPanel chapter = new FlowPanel();
        for (JComponent part :
                List.of(Labels.label(WORDS.get("progress.chapter"), chooser), chooser, open, close, show)) {
            chapter.add(part);
        }
        add(Edge.bare(chapter), "wmin 0, hmin pref");
        add(state, "wmin 0, hmin pref");
        add(barsFrame, "wmin 0, hmin min(8s,pref)");
        add(rule, "wmin 0, hmin pref");
        add(table.frame(), "grow, wmin 0, w 148s, h 20s:84s");
        add(cell, "wmin 0, hmin pref");
        add(small(WORDS.get("progress.legend")), "wmin 0, hmin pref");
        refresh();
    }

    private static JButton button(String name, String key, Runnable action) {
        JButton button = Labels.button(WORDS.get(key), action);
        button.setName(name);
        return button;
    }

    private static JLabel small(String words) {
        JLabel label = new WrappingLabel();
        label.setText(words);
        label.putClientProperty(FlatClientProperties.STYLE, "font: $small.font; foreground: $Chat.dim");
        return label;
    }

    /** Takes long for a large class, and asks the server: so it waits until the tab is in view. */
    void refresh() {
        if (!isShowing()) {
            return;
        }
        actions.askProgress();
        actions.watch(question());
        showChapter();
        if (revision != chat.progress().revision()) {
            revision = chat.progress().revision();
            fillChooser();
            showStudents();
        }
    }

    private CourseQuestion question() {
        return (CourseQuestion) chooser.getSelectedItem();
    }

    private int chapter() {
        return question().chapter();
    }

    /** Chooses the chapter of the class once; later on the user does, for a button must not change its chapter before a click. */
    private void fillChooser() {
        CourseQuestion before = question();
        if (!questions.equals(chat.progress().questions())) {
            questions = chat.progress().questions();
            DefaultComboBoxModel<CourseQuestion> model =
                    new DefaultComboBoxModel<>(questions.toArray(CourseQuestion[]::new));
            model.setSelectedItem(before == null ? questions.get(0) : before);
            chooser.setModel(model); // tells nothing: the user has not chosen
        }
        if (!chosen && chat.progress().isComplete()) {
            chosen = true;
            chooser.setSelectedItem(new CourseQuestion(chat.progress().chapterOfTheClass()));
        }
    }

    private void choose() {
        chosen = true;
        actions.watch(question());
        showChapter();
        showStudents();
    }

    private void showChapter() {
        boolean isOpen = chat.courseNews().isOpen(chapter());
        dialog.allow(open, !isOpen);
        dialog.allow(close, isOpen);
        dialog.allow(show, true);
        Predictions now = chat.courseNews().predictions(question()).orElse(null);
        state.setText(
                now == null
                        ? WORDS.get("progress.state", question(), isOpen ? 1 : 0)
                        : WORDS.get("progress.predicted", question(), isOpen ? 1 : 0, now.predicted(), now.of()));
        List<Integer> shown = now == null ? List.of() : now.counts();
        barsFrame.setVisible(!shown.isEmpty());
        if (!counts.equals(shown)) {
            counts = shown;
            bars.removeAll();
            for (int i = 0; i < shown.size(); i++) {
                bars.add(new CountBar(String.valueOf((char) ('a' + i)), shown.get(i), now.predicted(), false));
            }
            bars.revalidate();
            bars.repaint();
        }
    }

    private void showStudents() {
        List<Student> students = chat.progress().inNeedOfHelp(chapter());
        table.show(students, chapter());
        rule.setText(students.isEmpty() ? WORDS.get("progress.none") : WORDS.get("progress.rule", chapter()));
        showCell();
    }

    private void showCell() {
        Untrusted.show(cell, table.wordsOfSelection());
    }

    private void openChapter() {
        dialog.send(new InstructorCommand.Open(chapter()), chooser);
    }

    private void closeChapter() {
        dialog.send(new InstructorCommand.Close(chapter()), chooser);
    }

    private void showPredictions() {
        dialog.send(new InstructorCommand.Show(question()), chooser);
    }
}
