package chatlab.server.delivery;

import chatlab.server.support.ThreadReport;
import java.util.List;

/** Delivers nothing. */
public final class NoDelivery implements Delivery {
    @Override
    public void start() {}

    @Override
    public void add(Connection client) {}

    @Override
    public void remove(Connection client) {}

    @Override
    public void ring() {}

    @Override
    public List<ThreadReport> threads() {
        return List.of();
    }

    @Override
    public void close() {}
}
