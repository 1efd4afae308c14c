package chatlab.server.report;

import java.util.List;

/** One kind of thing that happened in the class of one run, as the outputs list it. */
interface ClassList {
    boolean isEmpty();

    /** Made anew each time, so that the rows of all runs need not be in memory at once. */
    List<?> rows();
}
