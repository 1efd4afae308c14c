package chatlab.swing.chat;

import chatlab.protocol.ClassroomCommand;
import chatlab.protocol.ClassroomEvent.Poll;
import chatlab.protocol.ClassroomEvent.Poll.State;
import chatlab.protocol.Words;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.ui.CountBar;
import chatlab.swing.ui.Edge;
import chatlab.swing.ui.FlowPanel;
import chatlab.swing.ui.Icons;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.Untrusted;
import chatlab.swing.ui.UserInput;
import chatlab.swing.ui.WrappingLabel;
import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Component;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import net.miginfocom.swing.MigLayout;

/**
 * The poll: the question, with a button for each answer while votes are taken, and with a bar for each once the counts are
 * shown. The user can put it away; it comes back when its state changes. Another such strip tells what has happened to the
 * course ({@link CourseWords}).
 */
final class PollStrip extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(PollStrip.class);
    private static final int MOST_LINES = 3;

    private final transient Chat chat;
    private final transient Actions actions;
    private final transient Supplier<Optional<Told>> source;
    private final transient Runnable closed;
    private final transient Runnable toField;
    private final JLabel question = new WrappingLabel(MOST_LINES);
    private final JLabel votes = new JLabel();
    private final FlowPanel answers = new FlowPanel();
    private final JScrollPane answersFrame = Edge.bare(answers);

    /** What the answers show; null before there is a poll. */
    private transient Content shown;

    /** The poll that the user has put away; null where it has not. */
    private transient Content hidden;

    /** All but how many have voted: a new vote of another person must not take the focus from a button. */
    private record Content(State state, Poll poll, String vote) {
        static Content of(Poll poll, String vote) {
            return new Content(
                    poll.state(), new Poll(poll.state(), poll.options(), 0, poll.counts(), poll.question()), vote);
        }

        boolean isSamePoll(Content other) {
            return other != null && poll.equals(other.poll);
        }
    }

    /**
     * What the strip shows.
     *
     * @param poll what happened to the course has no answers before the predictions are shown
     * @param votes how many people have answered
     */
    record Told(Poll poll, String votes) {
        static Optional<Told> ofPoll(Chat chat) {
            return chat.classState()
                    .poll()
                    .map(poll -> new Told(poll, WORDS.get("poll." + poll.state(), poll.voted())));
        }
    }

    /**
     * Begins the names of its parts with {@code name}.
     *
     * @param closed runs when the user has put the strip away
     * @param toField moves the focus to the message field
     */
    PollStrip(
            String name,
            Supplier<Optional<Told>> source,
            Chat chat,
            Actions actions,
            Runnable closed,
            Runnable toField) {
        super(new MigLayout(
                "insets 2s 4s 0 4s, fillx, hidemode 3, gap 2s 1s", "[grow,fill][][]", "[][grow,fill,shrinkprio 200]"));
        this.source = source;
        this.chat = chat;
        this.actions = actions;
        this.closed = closed;
        this.toField = toField;
        setBorder(new Edge(Edge.TOP));
        setName(name);
        question.setName(name + "Question");
        question.putClientProperty(FlatClientProperties.STYLE, "font: $semibold.font");
        votes.setName(name + "Votes");
        votes.putClientProperty(FlatClientProperties.STYLE, "font: $small.font; foreground: $Chat.dim");
        JButton close = Labels.button(name + "Close", "quiet", "", this::close);
        close.setIcon(Icons.get("close"));
        close.setToolTipText(WORDS.get(name + ".hide"));
        close.getAccessibleContext().setAccessibleName(WORDS.get(name + ".hide"));
        UserInput.onKey(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, "ESCAPE", this::close);
        add(question, "wmin 0");
        add(votes);
        add(close, "wrap");
        add(answersFrame, "span, grow, wmin 0, hmin min(8s,pref)");
        refresh(false);
    }

    /** Shows what has changed. {@code givesWay}: there is no room for the strip now. */
    void refresh(boolean givesWay) {
        Told told = source.get().orElse(null);
        if (told == null) {
            shown = null;
            hidden = null;
            setVisible(false);
            return;
        }
        Poll poll = told.poll();
        Content now = Content.of(poll, chat.classState().vote());
        hidden = now.isSamePoll(hidden) ? hidden : null;
        setVisible(hidden == null && !givesWay);
        Untrusted.show(question, poll.question());
        Untrusted.show(votes, told.votes());
        if (!now.equals(shown)) {
            boolean same = now.isSamePoll(shown);
            shown = now;
            if (same && now.state() != State.SHOWN) {
                markVote(poll); // the button with the focus keeps it
            } else {
                showAnswers(poll);
            }
        }
        for (Component answer : answers.getComponents()) {
            if (answer instanceof JButton vote) {
                String tip = Untrusted.text(vote.getAccessibleContext().getAccessibleName());
                Labels.allow(vote, now.state() == State.OPEN, chat.whyOffline(), tip);
            }
        }
    }

    private void showAnswers(Poll poll) {
        answers.removeAll();
        for (int i = 0; i < poll.options().size(); i++) {
            answers.add(answer(poll, i));
        }
        answersFrame.setVisible(!poll.options().isEmpty());
        answers.revalidate();
        answers.repaint();
    }

    private void markVote(Poll poll) {
        for (int i = 0; i < poll.options().size(); i++) {
            mark((JButton) answers.getComponent(i), poll.options().get(i));
        }
    }

    private JComponent answer(Poll poll, int index) {
        String option = poll.options().get(index);
        if (poll.state() == State.SHOWN) {
            int count = index < poll.counts().size() ? poll.counts().get(index) : 0;
            return new CountBar(option, count, poll.voted(), isVote(option));
        }
        JButton button = new JButton(Untrusted.text(option));
        button.setName("vote" + index);
        button.addActionListener(event -> actions.command(new ClassroomCommand.Vote(option)));
        UserInput.onRelease(button, toField);
        mark(button, option);
        return button;
    }

    private void mark(JButton button, String option) {
        boolean mine = isVote(option);
        button.setIcon(mine ? Icons.get("check") : null);
        String words = WORDS.get(mine ? "poll.vote.mine" : "poll.vote", option);
        button.getAccessibleContext().setAccessibleName(words);
        String style = mine ? "borderColor: $Chat.accent; foreground: $Chat.link" : null;
        button.putClientProperty(FlatClientProperties.STYLE, style);
    }

    private boolean isVote(String option) {
        return option.equals(chat.classState().vote());
    }

    private void close() {
        hidden = shown;
        setVisible(false);
        closed.run();
        toField.run();
    }

    /** Brings the poll into view. Does nothing without a poll. */
    void open() {
        hidden = null;
        refresh(false);
    }

    /** Puts the focus on the first answer. */
    void focus() {
        if (isVisible() && answers.getComponentCount() > 0) {
            answers.getComponent(0).requestFocusInWindow();
        }
    }
}
