package chatlab.swing;

import chatlab.client.Finder;
import chatlab.client.Program;
import chatlab.client.UserError;
import chatlab.protocol.BadAddressException;
import chatlab.protocol.Endpoint;
import chatlab.protocol.Words;
import chatlab.swing.Appearance.Theme;
import chatlab.swing.ui.ChatLook;
import java.awt.KeyboardFocusManager;
import java.awt.Toolkit;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.prefs.Preferences;
import javax.swing.JOptionPane;
import javax.swing.SwingUtilities;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The student's window. */
@Command(name = "chat-client", mixinStandardHelpOptions = true, resourceBundle = "chatlab.swing.Words")
public final class Main implements Callable<Integer> {
    private static final Words WORDS = new Words(Main.class);

    /** Switched off: where settings cannot be saved, it would print a warning every 30 seconds. */
    private static final Logger PREFERENCES_LOG = Logger.getLogger("java.util.prefs");

    @Parameters(index = "0", arity = "0..1", paramLabel = "HOST", descriptionKey = "option.host")
    private String host;

    @Parameters(index = "1", arity = "0..1", paramLabel = "PORT", descriptionKey = "option.port")
    private String port;

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "option.name")
    private String name;

    @Option(names = "--theme", paramLabel = "THEME", descriptionKey = "option.theme", converter = ThemeConverter.class)
    private Theme theme;

    @Option(names = "--zoom", paramLabel = "PERCENT", descriptionKey = "option.zoom", converter = ZoomConverter.class)
    private Integer zoom;

    Main() {}

    @Override
    public Integer call() throws UserError, BadAddressException {
        String checkedName = Program.name(name);
        Optional<Endpoint> server = host == null ? Optional.empty() : Optional.of(Endpoint.of(host, port));
        if (!isAnyScreen()) {
            throw new UserError(WORDS.get("no-display"));
        }
        start(server, checkedName);
        return 0;
    }

    private static boolean isAnyScreen() {
        setSystemProperties(); // before the first class of AWT, which reads them
        return WindowPlace.isAnyScreen();
    }

    /** Reads the settings and asks the desktop, while the event dispatch thread sets up the look. */
    private void start(Optional<Endpoint> server, String checkedName) {
        Thread.setDefaultUncaughtExceptionHandler(new Faults(System.err, Main::tell));
        SwingUtilities.invokeLater(() -> ChatLook.set(false)); // light, as most desktops are
        Toolkit.getDefaultToolkit().getDesktopProperty("awt.font.desktophints"); // reads all properties, once
        PREFERENCES_LOG.setLevel(Level.OFF);
        UserSettings settings = new UserSettings(Preferences.userRoot().node("chatlab"));
        Theme firstTheme = theme == null ? settings.theme() : theme;
        int firstZoom = zoom == null ? settings.zoom() : zoom;
        boolean dark = firstTheme == Theme.SYSTEM && SystemTheme.isDark();
        SwingUtilities.invokeLater(() -> {
            Appearance appearance = new Appearance(settings);
            appearance.begin(firstTheme, firstZoom, dark);
            KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(new Menus.Letters());
            new ChatWindow(settings, appearance, Clock.systemDefaultZone(), Finder::new).open(server, checkedName);
        });
    }

    /** Sets what Java must know before its first window. An option -D of the command line wins. */
    private static void setSystemProperties() {
        // macOS: the menus at the top of the screen, and the frame of the window as light or dark as the desktop
        setDefault("apple.laf.useScreenMenuBar", "true");
        setDefault("apple.awt.application.name", WORDS.get("title"));
        setDefault("apple.awt.application.appearance", "system");
        // Windows: FlatLaf draws the frame, with the menus in its title bar. Linux: the desktop draws the frame,
        // since window managers move and tile only their own frames well. FlatLaf's native library is not needed then.
        // Elsewhere FlatLaf logs that the library cannot be unpacked, and works without it.
        if (System.getProperty("os.name").equals("Linux")) {
            setDefault("flatlaf.useNativeLibrary", "false");
        }
    }

    private static void setDefault(String key, String value) {
        if (System.getProperty(key) == null) {
            System.setProperty(key, value);
        }
    }

    private static void tell(String fault) {
        SwingUtilities.invokeLater(() -> JOptionPane.showMessageDialog(
                KeyboardFocusManager.getCurrentKeyboardFocusManager().getActiveWindow(),
                fault,
                WORDS.get("title"),
                JOptionPane.ERROR_MESSAGE));
    }

    /** Obeys the arguments and returns the exit status. The window stays open after this method has returned. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return Program.run(new Main(), out, err, args);
    }

    /** Returns before the window is visible; the program ends when the window is closed. */
    public static void main(String[] args) {
        if (args.length == 0 && isAnyScreen()) {
            new Main().start(Optional.empty(), ""); // there is nothing to parse, and the parser is slow to load
            return;
        }
        int status = run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), args);
        if (status != 0) {
            System.exit(status);
        }
    }

    private static final class ThemeConverter implements ITypeConverter<Theme> {
        @Override
        public Theme convert(String typed) {
            return Theme.of(typed).orElseThrow(() -> new TypeConversionException(WORDS.get("bad-theme", typed)));
        }
    }

    private static final class ZoomConverter implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String typed) {
            if (typed.matches("\\d{1,4}") && Appearance.isZoom(Integer.parseInt(typed))) {
                return Integer.valueOf(typed);
            }
            throw new TypeConversionException(WORDS.get("bad-zoom", Appearance.MIN_ZOOM, Appearance.MAX_ZOOM));
        }
    }

    /**
     * Handles uncaught exceptions: logs each, and tells the user about the first. The window stays open. For any thread.
     */
    static final class Faults implements Thread.UncaughtExceptionHandler {
        private final PrintStream log;
        private final Consumer<String> user;
        private final AtomicBoolean told = new AtomicBoolean();

        /** {@code user}: shows a sentence to the user; any thread may call it. */
        Faults(PrintStream log, Consumer<String> user) {
            this.log = log;
            this.user = user;
        }

        @Override
        public void uncaughtException(Thread thread, Throwable fault) {
            log.println(WORDS.get("fault.log", thread.getName()));
            fault.printStackTrace(log);
            if (told.compareAndSet(false, true)) {
                user.accept(WORDS.get("fault", fault.getClass().getSimpleName()));
            }
        }
    }
}
