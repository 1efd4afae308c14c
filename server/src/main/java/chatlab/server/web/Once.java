package chatlab.server.web;

import java.io.IOException;

/** A value that is made when it is asked for first, and then kept. Several threads may ask; they wait for the one that makes it. */
final class Once<T> {
    /** Makes the value. If it throws, it is called again for the next one that asks. */
    interface Maker<T> {
        T make() throws IOException;
    }

    private final Maker<T> maker;

    /** Guarded by this object. */
    private T value;

    Once(Maker<T> maker) {
        this.maker = maker;
    }

    synchronized T get() throws IOException {
        if (value == null) {
            value = maker.make();
        }
        return value;
    }
}
