package chatlab.swing.join;

import chatlab.client.Finder;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javax.swing.SwingWorker;

/** One search for servers, in the background. */
final class ServerSearch extends SwingWorker<Void, Finder.Found> {
    private final Callable<Finder> finders;
    private final Consumer<Finder.Found> found;
    private final Consumer<Outcome> ended;

    private Finder finder;
    private boolean stopped;

    /** How a search ended by itself. */
    enum Outcome {
        FINISHED,
        FAILED
    }

    /** Calls both consumers on the event dispatch thread, and neither after {@link #stop}. */
    ServerSearch(Callable<Finder> finders, Consumer<Finder.Found> found, Consumer<Outcome> ended) {
        this.finders = finders;
        this.found = found;
        this.ended = ended;
    }

    /** Ends the search at once. */
    synchronized void stop() {
        stopped = true;
        if (finder != null) {
            finder.close(); // interrupt() would not end its receive()
        }
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    @Override
    protected Void doInBackground() throws Exception {
        try (Finder search = finders.call()) {
            synchronized (this) {
                finder = search;
            }
            if (!isStopped()) {
                search.search(this::publish);
            }
        }
        return null;
    }

    @Override
    protected void process(List<Finder.Found> servers) {
        if (!isStopped()) {
            servers.forEach(found);
        }
    }

    @Override
    protected void done() {
        if (isStopped()) {
            return;
        }
        try {
            get();
            ended.accept(Outcome.FINISHED);
        } catch (ExecutionException e) {
            ended.accept(Outcome.FAILED);
            if (!(e.getCause() instanceof IOException)) {
                throw new IllegalStateException(e.getCause()); // a mistake in this program
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // cannot happen: it is done
        }
    }
}
