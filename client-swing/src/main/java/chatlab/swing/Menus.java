package chatlab.swing;

import chatlab.protocol.Command;
import chatlab.protocol.InstructorCommand;
import chatlab.protocol.InstructorCommand.Lock;
import chatlab.protocol.Words;
import chatlab.swing.Appearance.Theme;
import chatlab.swing.chat.ChatPage;
import chatlab.swing.model.Chat;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.TextEditing;
import java.awt.KeyEventDispatcher;
import java.awt.event.KeyEvent;
import java.awt.event.MouseWheelEvent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.Action;
import javax.swing.ButtonGroup;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.JRootPane;
import javax.swing.KeyStroke;
import javax.swing.MenuElement;
import javax.swing.MenuSelectionManager;
import javax.swing.plaf.basic.ComboPopup;
import javax.swing.text.DefaultEditorKit;

/** The menus of the window: every action of the program, with its key. */
final class Menus {
    private static final Words WORDS = new Words(Menus.class);

    private final Commands window;
    private final Appearance appearance;
    private final int shortcutMask;

    private final JMenuBar bar = new JMenuBar();

    /** The menu to which the next items go. */
    private JMenu menu;

    private final List<JMenuItem> inChat = new ArrayList<>();
    private final List<JMenuItem> forInstructor = new ArrayList<>();
    private final Map<Theme, JRadioButtonMenuItem> themes = new EnumMap<>(Theme.class);
    private JCheckBoxMenuItem hush;
    private JCheckBoxMenuItem hood;
    private JMenuItem name;
    private JMenuItem close;

    /** {@code shortcutMask}: the modifier of shortcuts on this system, mostly Ctrl. */
    Menus(Commands window, Appearance appearance, int shortcutMask) {
        this.window = window;
        this.appearance = appearance;
        this.shortcutMask = shortcutMask;
        chat();
        edit();
        view();
        classroom();
        help();
    }

    JMenuBar bar() {
        return bar;
    }

    void install(JFrame frame) {
        frame.setJMenuBar(bar);
        // keyboards differ in where the plus is; some have a second one
        moreKeys(frame.getRootPane(), appearance::zoomIn, "EQUALS", "shift EQUALS", "shift PLUS", "ADD");
        moreKeys(frame.getRootPane(), appearance::zoomOut, "SUBTRACT");
        moreKeys(frame.getRootPane(), appearance::zoomNormal, "NUMPAD0");
        frame.getContentPane().addMouseWheelListener(this::zoom);
    }

    /** Ctrl and the mouse wheel zoom, as in browsers. */
    private void zoom(MouseWheelEvent event) {
        int down = event.getWheelRotation();
        if (event.isControlDown() && down > 0) {
            appearance.zoomOut();
        } else if (event.isControlDown() && down < 0) {
            appearance.zoomIn();
        }
    }

    private void moreKeys(JRootPane root, Runnable action, String... keys) {
        for (String key : keys) {
            root.registerKeyboardAction(event -> action.run(), shortcut(key), JComponent.WHEN_IN_FOCUSED_WINDOW);
        }
    }

    /** Adds an item that is enabled only while the chat is in view. */
    private JMenuItem inChat(String name, KeyStroke key, Consumer<ChatPage> action) {
        JMenuItem item = item(name, key, () -> action.accept(window.page()));
        inChat.add(item);
        return item;
    }

    private void chat() {
        menu = bar.add(menu("chat"));
        item("chat.another", shortcut("N"), window::joinAnother);
        menu.addSeparator();
        name = inChat("chat.name", key("F2"), ChatPage::changeName);
        inChat("chat.rooms", shortcut("R"), ChatPage::showRooms);
        inChat("chat.save", shortcut("S"), ChatPage::saveTranscript);
        menu.addSeparator();
        item("chat.quit", shortcut("Q"), window::quit);
    }

    private void edit() {
        menu = bar.add(menu("edit"));
        edit("edit.undo", "Z", TextEditing.undoAction());
        edit("edit.redo", "Y", TextEditing.redoAction());
        menu.addSeparator();
        edit("edit.cut", "X", new DefaultEditorKit.CutAction());
        edit("edit.copy", "C", new DefaultEditorKit.CopyAction());
        edit("edit.paste", "V", new DefaultEditorKit.PasteAction());
        menu.addSeparator();
        inChat("edit.code", shortcut("shift C"), ChatPage::copyCode);
        inChat("edit.find", shortcut("F"), ChatPage::find);
    }

    /** Adds an item that works on the text field that had the focus last. */
    private void edit(String name, String key, Action action) {
        add(new JMenuItem(action), name, shortcut(key));
    }

    private void view() {
        menu = bar.add(menu("view"));
        themes((JMenu) menu.add(menu("view.theme")));
        item("view.larger", shortcut("PLUS"), appearance::zoomIn);
        item("view.smaller", shortcut("MINUS"), appearance::zoomOut);
        item("view.normal", shortcut("0"), appearance::zoomNormal);
        menu.addSeparator();
        inChat("view.alert", shortcut("J"), ChatPage::jumpToAlert);
        inChat("view.newest", key("alt END"), ChatPage::jumpToNewest);
        menu.addSeparator();
        inChat("view.next", shortcut("PAGE_DOWN"), page -> page.nextConversation(1));
        inChat("view.previous", shortcut("PAGE_UP"), page -> page.nextConversation(-1));
        close = item("view.close", shortcut("W"), () -> window.page().closeConversation());
        menu.addSeparator();
        inChat("view.conversations", shortcut("B"), ChatPage::focusConversations);
        inChat("view.people", shortcut("P"), ChatPage::focusPeople);
        inChat("view.transcript", shortcut("T"), ChatPage::focusTranscript);
        inChat("view.composer", shortcut("E"), ChatPage::focusComposer);
        menu.addSeparator();
        hood = check("view.hood", key("F12"), window::setHoodOpen);
    }

    private void themes(JMenu inner) {
        ButtonGroup group = new ButtonGroup();
        for (Theme theme : Theme.values()) {
            JRadioButtonMenuItem item = named(new JRadioButtonMenuItem(), "view.theme." + theme);
            item.addActionListener(event -> appearance.choose(theme));
            group.add(item);
            inner.add(item);
            themes.put(theme, item);
        }
    }

    private void classroom() {
        menu = bar.add(menu("class"));
        inChat("class.hand", shortcut("shift H"), ChatPage::toggleHand);
        inChat("class.question", null, ChatPage::raiseHand);
        inChat("class.poll", shortcut("shift P"), ChatPage::focusPoll);
        menu.addSeparator();
        inChat("instructor.key", null, ChatPage::enterKey);
        forInstructor.add(item("class.page", shortcut("L"), () -> window.page().showClass()));
        forInstructor.add(item("instructor.announce", null, () -> window.page().announce()));
        hush = check("instructor.hush", null, on -> window.send(new InstructorCommand.Hush(on)));
        forInstructor.add(hush);
    }

    private void help() {
        menu = bar.add(menu("help"));
        item("help.course", null, window::openCourse);
        item("help.shortcuts", key("F1"), window::showShortcuts);
        item("help.about", null, window::showAbout);
    }

    /** An empty menu. */
    private static JMenu menu(String name) {
        return named(new JMenu(), name);
    }

    /** Adds an item with a key; null for none. */
    private JMenuItem item(String name, KeyStroke key, Runnable action) {
        JMenuItem item = add(new JMenuItem(), name, key);
        item.addActionListener(event -> action.run());
        return item;
    }

    /** Adds an item that is on or off. */
    private JCheckBoxMenuItem check(String name, KeyStroke key, Consumer<Boolean> action) {
        JCheckBoxMenuItem item = add(new JCheckBoxMenuItem(), name, key);
        item.addActionListener(event -> action.accept(item.isSelected()));
        return item;
    }

    private <I extends JMenuItem> I add(I item, String name, KeyStroke key) {
        item.setAccelerator(key);
        menu.add(item);
        return named(item, name);
    }

    /** Gives an item its name, which is also the key of its words. */
    private static <I extends JMenuItem> I named(I item, String name) {
        item.setName(name);
        return Labels.set(item, WORDS.get(name));
    }

    private static KeyStroke key(String key) {
        return KeyStroke.getKeyStroke(key);
    }

    /** The same key with the modifier of shortcuts on this system. */
    private KeyStroke shortcut(String key) {
        KeyStroke stroke = key(key);
        return KeyStroke.getKeyStroke(stroke.getKeyCode(), stroke.getModifiers() | shortcutMask);
    }

    /** Enables the items that are possible now, and ticks the items that are on. {@code chatting}: the chat is in view. */
    void refresh(Chat chat, boolean chatting, boolean hoodOpen) {
        inChat.forEach(item -> item.setEnabled(chatting));
        forInstructor.forEach(item -> item.setEnabled(chatting && chat.isInstructor()));
        if (chatting) {
            Labels.allow(name, chat.whyLocked(Lock.Kind.NAMES));
        }
        close.setEnabled(chatting && chat.open().isPrivate());
        hush.setSelected(chatting && chat.isHushed());
        themes.get(appearance.theme()).setSelected(true);
        hood.setSelected(hoodOpen);
    }

    /** The actions of the window. */
    interface Commands {
        /** The page that does the actions of the chat. */
        ChatPage page();

        void joinAnother();

        void send(Command command);

        void setHoodOpen(boolean open);

        void openCourse();

        void showShortcuts();

        void showAbout();

        void quit();
    }

    /**
     * Keeps a letter that chose a menu item out of the text fields. The item is chosen when the key is pressed. The
     * event that the letter was typed comes later, when the menu is closed, and would reach the field that has the
     * focus by then.
     */
    static final class Letters implements KeyEventDispatcher {
        private boolean isForMenu;

        @Override
        public boolean dispatchKeyEvent(KeyEvent e) {
            switch (e.getID()) {
                case KeyEvent.KEY_PRESSED -> isForMenu = isMenuOpen();
                case KeyEvent.KEY_RELEASED -> isForMenu = false;
                default -> {} // typed
            }
            return isForMenu && e.getID() == KeyEvent.KEY_TYPED;
        }

        /** The drop-down list of a combo box does not count: the user goes on typing there. */
        private static boolean isMenuOpen() {
            MenuElement[] path = MenuSelectionManager.defaultManager().getSelectedPath();
            return path.length > 0 && !(path[0] instanceof ComboPopup);
        }
    }
}
