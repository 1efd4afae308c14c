package chatlab.swing.net;

import java.util.List;

/** Where a probe is attached. Without one, each of these costs a look at a field. For any thread. */
final class Tap implements Probe {
    private volatile Probe probe;

    /** Passes everything on to this one; null: to nobody. */
    void attach(Probe probe) {
        this.probe = probe;
    }

    boolean isWatched() {
        return probe != null;
    }

    @Override
    public void queued(List<String> lines) {
        Probe watching = probe;
        if (watching != null) {
            watching.queued(lines);
        }
    }

    @Override
    public void writing(List<String> lines) {
        Probe watching = probe;
        if (watching != null) {
            watching.writing(lines);
        }
    }

    @Override
    public void written(List<String> lines) {
        Probe watching = probe;
        if (watching != null) {
            watching.written(lines);
        }
    }

    @Override
    public void arrived(String line) {
        Probe watching = probe;
        if (watching != null) {
            watching.arrived(line);
        }
    }

    @Override
    public void handled(String line) {
        Probe watching = probe;
        if (watching != null) {
            watching.handled(line);
        }
    }
}
