package chatlab.tutorials.grading;

import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.function.Consumer;

/**
 * A writer that flushes at each println, and keeps what is printed. Its places are where a thread begins to print, without the
 * writer's own lock.
 */
public final class HeldWriter extends PrintWriter {
    private final Hold hold;
    private final Paper paper;

    /**
     * @param buffered whether what is not flushed is kept back
     * @param lines is told of each line that has come, without its end
     */
    public HeldWriter(Hold hold, boolean buffered, Consumer<String> lines) {
        this(hold, buffered, new Paper(lines));
    }

    private HeldWriter(Hold hold, boolean buffered, Paper paper) {
        super(buffered ? new BufferedWriter(paper) : paper, true);
        this.hold = hold;
        this.paper = paper;
    }

    /** What has come until now, with "\n" for every line end. */
    public String heard() {
        return paper.text().replace("\r\n", "\n");
    }

    /** The same, with what was kept back. */
    public String heardAtLast() {
        flush();
        return heard();
    }

    /** From now on {@link #heard} begins anew. */
    public void forget() {
        flush();
        paper.clear();
    }

    @Override
    public void println(String line) {
        pass();
        super.println(line);
    }

    @Override
    public void write(String text, int offset, int length) {
        pass();
        super.write(text, offset, length);
    }

    @Override
    public void write(char[] text, int offset, int length) {
        pass();
        super.write(text, offset, length);
    }

    @Override
    public void write(int c) {
        pass();
        super.write(c);
    }

    /** Within println the thread holds the lock of this writer already: one line is one place. */
    private void pass() {
        if (!Thread.holdsLock(lock)) {
            hold.pass();
        }
    }

    private static final class Paper extends Writer {
        private final StringBuilder text = new StringBuilder();
        private final Consumer<String> lines;
        private int begun;

        Paper(Consumer<String> lines) {
            this.lines = lines;
        }

        @Override
        public synchronized void write(char[] chars, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                text.append(chars[i]);
                if (chars[i] == '\n') {
                    lines.accept(text.substring(begun).stripTrailing());
                    begun = text.length();
                }
            }
        }

        synchronized String text() {
            return text.toString();
        }

        synchronized void clear() {
            text.setLength(0);
            begun = 0;
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
