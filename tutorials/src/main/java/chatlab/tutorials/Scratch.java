package chatlab.tutorials;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A temporary folder. Ctrl-C does not leave it behind: the end of this process waits until the thread that works in the folder
 * has closed it, since only that thread knows when nothing is written there any more.
 */
final class Scratch implements Closeable {
    private static final int PATIENCE_SECONDS = 30;

    private final Path folder;
    private final CountDownLatch deleted = new CountDownLatch(1);
    private final Thread end = new Thread(this::awaitDeletion, "end of scratch");

    private Scratch(Path folder) {
        this.folder = folder;
    }

    static Scratch create() throws IOException {
        Scratch scratch = new Scratch(Files.createTempDirectory("chatlab-learn"));
        try {
            Runtime.getRuntime().addShutdownHook(scratch.end);
        } catch (IllegalStateException e) {
            scratch.close(); // we are being ended already
        }
        return scratch;
    }

    Path folder() {
        return folder;
    }

    private void awaitDeletion() {
        try {
            deleted.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            // then it may be left behind
        }
    }

    /** Deletes it. Does not return when this process is being ended: what comes after it is not to be seen any more. */
    @Override
    public void close() {
        delete();
        deleted.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException e) {
            while (true) {
                LockSupport.park();
            }
        }
    }

    private void delete() {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> innermostFirst = files.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
            for (Path file : innermostFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // a virus scanner may still be reading it: a verdict is not to be lost for that
        }
    }
}
