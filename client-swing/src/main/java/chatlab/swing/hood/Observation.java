package chatlab.swing.hood;

import chatlab.swing.net.Probe;
import java.util.List;

/** Passes on what the threads report to whoever in this panel records it. For any thread. */
record Observation(Wire wire, Journey journey, Freeze freeze) implements Probe {
    @Override
    public void queued(List<String> lines) {
        journey.queued(lines);
    }

    @Override
    public void writing(List<String> lines) {
        journey.writing(lines);
        lines.forEach(wire::sent);
    }

    @Override
    public void written(List<String> lines) {
        journey.written(lines);
    }

    @Override
    public void arrived(String line) {
        journey.arrived(line);
        freeze.arrived();
        wire.received(line);
    }

    @Override
    public void handled(String line) {
        journey.handled(line);
    }
}
