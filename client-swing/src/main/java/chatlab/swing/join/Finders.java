package chatlab.swing.join;

import chatlab.client.Finder;
import java.io.IOException;

/** Makes a new search for servers; called by a thread that may wait. */
public interface Finders {
    Finder open() throws IOException;
}
