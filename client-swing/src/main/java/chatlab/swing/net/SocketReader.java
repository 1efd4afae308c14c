package chatlab.swing.net;

import chatlab.client.UserError;
import chatlab.swing.net.WorkingThread.Doing;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import javax.swing.SwingWorker;

/** Opens one connection and reads its lines in the background, so that the window stays responsive. */
final class SocketReader extends SwingWorker<Void, Inbox> {
    private final LineSource source;
    private final Inbox inbox;
    private final Activity activity;
    private final Link link;

    SocketReader(LineSource source, Inbox inbox, Activity activity, Link link) {
        this.source = source;
        this.inbox = inbox;
        this.activity = activity;
        this.link = link;
    }

    /** Runs on a thread of its own, which may block: in connecting, and then in reading each line. */
    @Override
    protected Void doInBackground() throws Exception {
        activity.begin("socket reader", Doing.CONNECTING);
        try (source) {
            source.open();
            for (Item item = source.read(); item != null; item = source.read()) {
                if (inbox.add(item)) {
                    publish(inbox); // once; the event dispatch thread finds the others there
                }
            }
        } finally {
            activity.end();
        }
        return null;
    }

    /** Runs on the event dispatch thread some time after {@code publish}, and must not wait for anything. */
    @Override
    protected void process(List<Inbox> inboxes) {
        link.emptyInbox();
    }

    /** Runs on the event dispatch thread in the end. Only {@code get} tells how {@code doInBackground} has ended. */
    @Override
    protected void done() {
        try {
            get();
            link.ended(null);
        } catch (ExecutionException e) {
            link.ended(e.getCause());
            if (!(e.getCause() instanceof IOException || e.getCause() instanceof UserError)) {
                throw new IllegalStateException(e.getCause()); // a mistake in this program
            }
        } catch (InterruptedException e) {
            throw new AssertionError("get() does not wait for what is done", e);
        }
    }
}
