package chatlab.swing;

import chatlab.protocol.Words;

/** What must be said to Java before its first window. Whoever starts the program with -D has the last word. */
final class SystemProperties {
    private static final Words WORDS = new Words(SystemProperties.class);

    private SystemProperties() {}

    static void set() {
        // macOS: the menus at the top of the screen, and the frame of the window as light or dark as the desktop
        setDefault("apple.laf.useScreenMenuBar", "true");
        setDefault("apple.awt.application.name", WORDS.get("title"));
        setDefault("apple.awt.application.appearance", "system");
        // FlatLaf does without its native library: where it may not be unpacked, that is logged, and no more. On Linux
        // it
        // is only for frames that we do not use, and it wants GTK, of which there would be a complaint.
        if (System.getProperty("os.name").equals("Linux")) {
            setDefault("flatlaf.useNativeLibrary", "false");
        }
    }

    private static void setDefault(String key, String value) {
        if (System.getProperty(key) == null) {
            System.setProperty(key, value);
        }
    }
}
