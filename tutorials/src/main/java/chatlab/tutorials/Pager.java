package chatlab.tutorials;

import java.io.IOException;
import java.util.List;

/** Shows many lines, as many at a time as the terminal is high, and what a page folds away only after one more key. */
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
        int shown = 0;
        for (int i = 0; i < lines.size(); i++) {
            boolean folded = lines.get(i).equals(MarkdownText.FOLD);
            if (stops && (folded || shown == page)) {
                context.out.ask(folded ? "pager.folded" : "pager.more", 100 * i / lines.size());
                String typed = context.keyboard.readLine();
                if (typed == null || typed.strip().equalsIgnoreCase("q")) {
                    return false;
                }
                shown = 0;
            }
            if (!folded) {
                context.out.line(lines.get(i));
                shown++;
            }
        }
        return true;
    }
}
