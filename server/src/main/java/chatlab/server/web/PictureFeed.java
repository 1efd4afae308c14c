package chatlab.server.web;

import java.util.function.Supplier;

/**
 * Where the wall has its pictures from. A class of its own, so that a server without a page does not load the wall.
 *
 * @param source is asked by one thread at a time
 * @param period milliseconds between two pictures
 * @param patience milliseconds that one write to a browser may take
 */
record PictureFeed(Supplier<WallState> source, int period, int patience) {
    PictureFeed(Supplier<WallState> source) {
        this(source, 500, 5000);
    }
}
