package chatlab.tutorials.weave;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares lines in which some things differ from run to run: what was the same in the page must be the same in the run, and
 * what was different must be different.
 */
final class Varying {
    private static final String TIME_OF_DAY = "\\d\\d:\\d\\d";

    private final Pattern varies;
    private final Map<String, String> runOfPage = new HashMap<>();
    private final Map<String, String> pageOfRun = new HashMap<>();

    /** @param varies a regular expression, or nothing */
    Varying(String varies) {
        this.varies = varies.isEmpty() ? Pattern.compile("(?!)") : Pattern.compile(varies);
    }

    boolean same(String page, String run) {
        Matcher inPage = varies.matcher(page);
        Matcher inRun = varies.matcher(run);
        int pageAt = 0;
        int runAt = 0;
        while (inPage.find()) {
            if (!inRun.find()
                    || !page.substring(pageAt, inPage.start()).equals(run.substring(runAt, inRun.start()))
                    || !paired(inPage.group(), inRun.group())) {
                return false;
            }
            pageAt = inPage.end();
            runAt = inRun.end();
        }
        return page.substring(pageAt).equals(run.substring(runAt));
    }

    private boolean paired(String page, String run) {
        if (page.matches(TIME_OF_DAY)) {
            return run.matches(TIME_OF_DAY); // a minute may have ended between two lines of the page, or of the run
        }
        runOfPage.putIfAbsent(page, run);
        pageOfRun.putIfAbsent(run, page);
        return runOfPage.get(page).equals(run) && pageOfRun.get(run).equals(page);
    }
}
