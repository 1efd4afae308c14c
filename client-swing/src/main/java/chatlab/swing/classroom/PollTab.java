package chatlab.swing.classroom;

import chatlab.protocol.Chat1;
import chatlab.protocol.ClassroomCommand;
import chatlab.protocol.ClassroomEvent.Poll;
import chatlab.protocol.ClassroomEvent.Poll.State;
import chatlab.protocol.Words;
import chatlab.swing.model.Chat;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.TextEditing;
import chatlab.swing.ui.Untrusted;
import chatlab.swing.ui.WrappingLabel;
import com.formdev.flatlaf.FlatClientProperties;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** Asks the class, and ends the poll. */
final class PollTab extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(PollTab.class);

    private final transient Chat chat;
    private final transient ClassDialog dialog;
    private final JTextField question = TextEditing.install(new JTextField());
    private final JTextField answers = TextEditing.install(new JTextField(WORDS.get("poll.usual")));
    private final JLabel state = new WrappingLabel();
    private final JButton ask = Labels.button("ask", "primary", WORDS.get("poll.ask"), this::ask);
    private final JButton close = button("closeVotes", "poll.close", () -> send(ClassroomCommand.Poll.CLOSE, ""));
    private final JButton show = button("showCounts", "poll.show", () -> send(ClassroomCommand.Poll.SHOW, ""));
    private final JButton again = button("askAgain", "poll.again", this::askAgain);

    PollTab(Chat chat, ClassDialog dialog) {
        super(new MigLayout("insets 3s 0 0 0, fillx, gap 3s 2s, hidemode 3", "[][grow,fill]"));
        this.chat = chat;
        this.dialog = dialog;
        question.setName("pollText");
        question.addActionListener(event -> ask());
        answers.setName("pollAnswers");
        answers.addActionListener(event -> ask());
        state.setName("pollState");
        JLabel hint = new WrappingLabel();
        hint.setText(WORDS.get("poll.hint"));
        hint.putClientProperty(FlatClientProperties.STYLE, "font: $small.font; foreground: $Chat.dim");
        add(Labels.label(WORDS.get("poll.question"), question));
        add(question, "wrap, wmin 50s");
        add(Labels.label(WORDS.get("poll.answers"), answers));
        add(answers, "wrap");
        add(hint, "skip, wrap, wmin 0, wmax 80s, hmin pref");
        add(ask, "span, alignx right, growx 0, wmin 20s, wrap");
        add(state, "span, growx, wmin 0, wmax 110s, hmin pref, gaptop 3s, wrap");
        add(again, "span, split 3, gapbefore push, growx 0");
        add(close, "growx 0");
        add(show, "growx 0");
        refresh();
    }

    private static JButton button(String name, String key, Runnable action) {
        JButton button = Labels.button(WORDS.get(key), action);
        button.setName(name);
        return button;
    }

    void refresh() {
        Optional<Poll> poll = chat.classState().poll();
        State now = poll.map(Poll::state).orElse(State.VOID);
        String words = poll.map(any -> WORDS.get("poll." + any.state(), any.question(), any.voted(), any.result()))
                .orElse(WORDS.get("poll.none"));
        Untrusted.show(state, words);
        dialog.allow(ask, true);
        dialog.allow(close, now == State.OPEN);
        dialog.allow(show, now == State.OPEN || now == State.CLOSED);
        dialog.allow(again, poll.isPresent());
    }

    private void ask() {
        List<String> options = Arrays.stream(answers.getText().split(","))
                .map(answer -> answer.strip().replaceAll("\\s+", "-")) // a blank would end the answers
                .filter(answer -> !answer.isEmpty())
                .toList();
        if (options.size() < 2 || options.size() > Chat1.POLL_OPTIONS) {
            dialog.complain(WORDS.get("poll.wrong", Chat1.POLL_OPTIONS), answers);
        } else {
            send(String.join(",", options), question.getText().strip());
        }
    }

    private void askAgain() {
        chat.classState().poll().ifPresent(poll -> send(String.join(",", poll.options()), poll.question()));
    }

    private void send(String what, String text) {
        dialog.send(new ClassroomCommand.Poll(what, text), question);
    }
}
