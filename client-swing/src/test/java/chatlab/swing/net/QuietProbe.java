package chatlab.swing.net;

import java.util.List;

/** Does nothing; a test overrides what it is about. */
class QuietProbe implements Probe {
    @Override
    public void queued(List<String> lines) {}

    @Override
    public void writing(List<String> lines) {}

    @Override
    public void written(List<String> lines) {}

    @Override
    public void arrived(String line) {}

    @Override
    public void handled(String line) {}
}
