package chatlab.tutorials;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Checks whenever the student saves. It looks at the files itself, since the system does not report changes on every network
 * drive. Their times alone do not do, since a file may be replaced by one with the same time and length. Enter checks at once, q leaves.
 */
final class Watch {
    private static final long LOOK_EVERY_MS = 300;
    private static final String LEAVE = "q";

    private final LearnContext context;
    private final Chapter chapter;
    private final Marking marking;
    private final BlockingQueue<String> typed = new LinkedBlockingQueue<>();

    Watch(LearnContext context, Chapter chapter, Marking marking) {
        this.context = context;
        this.chapter = chapter;
        this.marking = marking;
    }

    /** Until it passes, or the student leaves. Returns the exit status. */
    int run() throws IOException, InterruptedException {
        Thread keyboard = new Thread(this::readKeyboard, "keyboard");
        keyboard.setDaemon(true);
        keyboard.start();
        while (true) {
            Map<Path, String> checked = state();
            if (marking.run()) {
                return LearnCommand.GOOD;
            }
            context.out.line("");
            context.out.say("watch.waits", context.workspace.answer(chapter).getFileName());
            if (LEAVE.equalsIgnoreCase(awaitSave(checked))) {
                return LearnCommand.FAILED;
            }
            context.out.line("-".repeat(Output.WIDTH));
        }
    }

    /**
     * Returns what was typed, or null when something else stands there than what was checked, and stays as it is. While an
     * editor has taken the file away, there is nothing to check.
     */
    private String awaitSave(Map<Path, String> checked) throws IOException, InterruptedException {
        Path answer = context.workspace.answer(chapter);
        Map<Path, String> before = Map.of();
        while (true) {
            Map<Path, String> now = state();
            if (now.containsKey(answer) && now.equals(before) && !now.equals(checked)) {
                return null;
            }
            before = now;
            String line = typed.poll(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
            if (LEAVE.equalsIgnoreCase(line) || line != null && Files.exists(answer)) {
                return line;
            }
        }
    }

    private void readKeyboard() {
        try {
            for (String line = context.keyboard.readLine(); line != null; line = context.keyboard.readLine()) {
                typed.add(line.strip());
            }
        } catch (IOException e) {
            // no keyboard: nothing is typed
        }
        // No more keys: saved files are still checked, and Ctrl-C leaves.
    }

    private Map<Path, String> state() throws IOException {
        Map<Path, String> state = new TreeMap<>();
        for (Path file : Chapter.javaFiles(context.workspace.answer(chapter).getParent())) {
            try {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1); // any bytes at all
                state.put(file, Files.getLastModifiedTime(file) + " " + text);
            } catch (IOException e) {
                // an editor that saves takes it away for a moment
            }
        }
        return state;
    }
}
