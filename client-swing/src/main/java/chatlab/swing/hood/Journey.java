package chatlab.swing.hood;

import chatlab.client.Sent;
import chatlab.protocol.BadCommandException;
import chatlab.protocol.ClientLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The way of the user's last message through the threads of this client, found by its tag. Each thread notes its own
 * steps: the lock of this object guards all fields.
 */
final class Journey {
    /** The stages in their usual order; the answer may arrive before write() returns. */
    enum Stage {
        QUEUED,
        TAKEN,
        WRITTEN,
        ARRIVED,
        HANDLED
    }

    /** A thread has reached a stage, {@code nanos} after the first stage. */
    record Step(Stage stage, String thread, long nanos) {}

    private final LongSupplier nanoTime;
    private final List<Step> steps = new ArrayList<>();
    private String tag = "";
    private String re = "";
    private long start;
    private long revision;

    /** {@code nanoTime}: a clock for durations, in nanoseconds. */
    Journey(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** If a message is among these lines, its journey replaces the last journey. */
    synchronized void queued(List<String> lines) {
        String found = tagOfMessage(lines);
        if (found.isEmpty()) {
            return;
        }
        tag = found;
        re = " re=" + found;
        start = nanoTime.getAsLong();
        steps.clear();
        add(Stage.QUEUED, start);
    }

    synchronized void writing(List<String> lines) {
        reachIfMine(Stage.TAKEN, lines);
    }

    synchronized void written(List<String> lines) {
        reachIfMine(Stage.WRITTEN, lines);
    }

    synchronized void arrived(String line) {
        if (answers(line)) {
            reach(Stage.ARRIVED);
        }
    }

    synchronized void handled(String line) {
        if (answers(line)) {
            reach(Stage.HANDLED);
        }
    }

    /** The steps so far; none before the first message. */
    synchronized List<Step> steps() {
        return List.copyOf(steps);
    }

    /** The number of changes of {@link #steps} so far. */
    synchronized long revision() {
        return revision;
    }

    private void reachIfMine(Stage stage, List<String> lines) {
        if (!tag.isEmpty() && tagOfMessage(lines).equals(tag)) {
            reach(stage);
        }
    }

    /** Notes the first time only: a paste comes back in many lines. */
    private void reach(Stage stage) {
        if (steps.stream().noneMatch(step -> step.stage == stage)) {
            add(stage, nanoTime.getAsLong());
        }
    }

    private void add(Stage stage, long now) {
        steps.add(new Step(stage, Thread.currentThread().getName(), now - start));
        revision++;
    }

    /**
     * Whether the event has the tag of the message as its key {@code re}. Does not parse, since it is called for each
     * line.
     */
    private boolean answers(String line) {
        if (tag.isEmpty()) {
            return false;
        }
        int at = line.indexOf(re);
        int text = line.indexOf(" :");
        int after = at + re.length();
        return at > 0 && (text < 0 || at < text) && (after == line.length() || line.charAt(after) == ' ');
    }

    private static String tagOfMessage(List<String> lines) {
        if (lines.isEmpty()) {
            return "";
        }
        try {
            ClientLine line = ClientLine.parse(lines.get(0));
            return new Sent(line.command()).isMessage() ? line.tag() : "";
        } catch (BadCommandException e) {
            return "";
        }
    }
}
