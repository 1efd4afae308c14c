package chatlab.swing.hood;

import chatlab.swing.net.Session;
import java.awt.BorderLayout;
import java.util.List;
import java.util.function.BooleanSupplier;
import net.miginfocom.swing.MigLayout;

/** Experiments on the live connection. */
final class TryPage extends Page {
    private static final long serialVersionUID = 1;

    private final transient BooleanSupplier connected;
    private final HalfLineExperiment halfLine;
    private final transient List<Experiment> experiments;

    TryPage(Session session, Wire wire, Freeze freeze, BooleanSupplier connected) {
        this.connected = connected;
        this.halfLine = new HalfLineExperiment(session, wire);
        this.experiments = List.of(new FreezeExperiment(freeze), new PauseExperiment(session), halfLine);
        setLayout(new BorderLayout());
        Bench bench = new Bench(new MigLayout("insets rel, fillx", "[grow,fill]unrel[grow,fill]unrel[grow,fill]"));
        experiments.forEach(experiment -> bench.add(experiment, "wmin 0, aligny top, sgx"));
        add(bench.scrolling());
    }

    /** Whether what is sent now is glued to half a line. */
    boolean isMidLine() {
        return halfLine.isMidLine();
    }

    @Override
    void tick() {
        experiments.forEach(Experiment::tick);
    }

    @Override
    void refresh() {
        boolean now = connected.getAsBoolean();
        experiments.forEach(experiment -> experiment.connection(now));
    }

    @Override
    void closed() {
        experiments.forEach(Experiment::closed);
    }
}
