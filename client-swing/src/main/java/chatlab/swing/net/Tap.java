package chatlab.swing.net;

import java.util.List;

/** Where a probe is attached: passes everything on to it. For any thread. */
final class Tap implements Probe {
    private volatile Probe probe = NONE;

    /** Passes everything on to this probe from now on. */
    void attach(Probe probe) {
        this.probe = probe;
    }

    boolean isWatched() {
        return probe != NONE;
    }

    @Override
    public void queued(List<String> lines) {
        probe.queued(lines);
    }

    @Override
    public void writing(List<String> lines) {
        probe.writing(lines);
    }

    @Override
    public void written(List<String> lines) {
        probe.written(lines);
    }

    @Override
    public void arrived(String line) {
        probe.arrived(line);
    }

    @Override
    public void handled(String line) {
        probe.handled(line);
    }
}
