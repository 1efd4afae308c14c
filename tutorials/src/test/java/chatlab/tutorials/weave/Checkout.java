package chatlab.tutorials.weave;

import java.nio.file.Path;

/** This checkout. Maven runs the tests in the module's folder. */
final class Checkout {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Checkout() {}
}
