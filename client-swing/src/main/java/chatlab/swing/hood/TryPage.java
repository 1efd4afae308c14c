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
    private final transient List<Experiment> experiments;

    TryPage(Session session, Wire wire, Freeze freeze, BooleanSupplier connected) {
        this.connected = connected;
        this.experiments = List.of(
                new FreezeExperiment(freeze), new PauseExperiment(session), new HalfLineExperiment(session, wire));
        setLayout(new BorderLayout());
        Bench bench = new Bench(new MigLayout("insets rel, fillx", "[grow,fill]unrel[grow,fill]unrel[grow,fill]"));
        experiments.forEach(experiment -> bench.add(experiment, "wmin 0, aligny top, sgx"));
        add(bench.scrolling());
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
