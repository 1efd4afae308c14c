package chatlab.swing.hood;

import chatlab.protocol.Utf8;
import chatlab.protocol.Words;
import chatlab.swing.net.Session;

/** Sends a line in two halves: only its end makes it a line. */
final class HalfLineExperiment extends Experiment {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(HalfLineExperiment.class);
    private static final String FIRST = "/say hel";
    private static final String OTHER = "lo\n";

    private final transient Session session;
    private final transient Wire wire;
    private boolean begun;
    private long begunAt;

    HalfLineExperiment(Session session, Wire wire) {
        super("halfLine", "half");
        this.session = session;
        this.wire = wire;
    }

    @Override
    void run() {
        if (session.isMidLine()) {
            session.sendRaw(Utf8.encode(OTHER));
            begun(false);
            say(WORDS.get("half.complete"));
        } else {
            wire.expectHalf(FIRST);
            session.sendRaw(Utf8.encode(FIRST));
            begunAt = System.nanoTime();
            begun(true);
            tick();
        }
    }

    @Override
    void tick() {
        if (begun && !session.isMidLine()) {
            begun(false);
            say(WORDS.get("half.ended"));
        } else if (begun) {
            say(WORDS.get("half.waiting", Times.seconds(System.nanoTime() - begunAt)));
        }
    }

    /** The server has thrown the half away with the connection. */
    @Override
    void connection(boolean connected) {
        super.connection(connected);
        if (begun && !connected) {
            begun(false);
            say(WORDS.get("half.lost"));
        }
        tick();
    }

    /** Or the server would wait for the rest, and then close. */
    @Override
    void closed() {
        if (session.isMidLine()) {
            session.sendRaw(Utf8.encode(OTHER));
        }
        if (begun) {
            begun(false);
            say("");
        }
    }

    private void begun(boolean now) {
        begun = now;
        Widgets.button(button, button.getName(), now ? "half.other" : "half.button");
    }
}
