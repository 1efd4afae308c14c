package chatlab.tutorials;

import java.io.IOException;
import java.util.List;

/** Shows many lines, as many at a time as the terminal is high. */
final class Pager {
    private final LearnContext context;
    private final boolean stops;

    /** @param stops whether to wait for a key after each page */
    Pager(LearnContext context, boolean stops) {
        this.context = context;
        this.stops = stops;
    }

    /** False when the reader leaves before the end. */
    boolean show(List<String> lines) throws IOException {
        int page = Terminal.height() - 2;
        for (int i = 0; i < lines.size(); i++) {
            context.out.line(lines.get(i));
            if (stops && (i + 1) % page == 0 && i + 1 < lines.size()) {
                context.out.ask("pager.more", 100 * (i + 1) / lines.size());
                String typed = context.keyboard.readLine();
                if (typed == null || typed.strip().equalsIgnoreCase("q")) {
                    return false;
                }
            }
        }
        return true;
    }
}
