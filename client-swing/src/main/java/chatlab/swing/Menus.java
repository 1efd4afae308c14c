package chatlab.swing;

import static chatlab.swing.MenuBuilder.key;

import chatlab.protocol.Command;
import chatlab.protocol.InstructorCommand;
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
    private final MenuBuilder menus;

    private final List<JMenuItem> inChat = new ArrayList<>();
    private final List<JMenuItem> forInstructor = new ArrayList<>();
    private final Map<Theme, JRadioButtonMenuItem> themes = new EnumMap<>(Theme.class);
    private JCheckBoxMenuItem hush;
    private JCheckBoxMenuItem hood;
    private JMenuItem close;

    Menus(Commands window, Appearance appearance, int shortcutMask) {
        this.window = window;
        this.appearance = appearance;
        this.menus = new MenuBuilder(shortcutMask);
        chat();
        edit();
        view();
        instructor();
        help();
    }

    JMenuBar bar() {
        return menus.bar();
    }

    void install(JFrame frame) {
        frame.setJMenuBar(bar());
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
            root.registerKeyboardAction(event -> action.run(), menus.shortcut(key), JComponent.WHEN_IN_FOCUSED_WINDOW);
        }
    }

    /** Adds an item that is enabled only while the chat is in view. */
    private void inChat(String name, KeyStroke key, Consumer<ChatPage> action) {
        inChat.add(menus.item(name, key, () -> action.accept(window.page())));
    }

    private void chat() {
        menus.menu("chat");
        menus.item("chat.another", menus.shortcut("N"), window::joinAnother);
        menus.separator();
        inChat("chat.name", key("F2"), ChatPage::changeName);
        inChat("chat.rooms", menus.shortcut("R"), ChatPage::showRooms);
        inChat("chat.save", menus.shortcut("S"), ChatPage::saveTranscript);
        menus.separator();
        menus.item("chat.quit", menus.shortcut("Q"), window::quit);
    }

    private void edit() {
        JMenu menu = menus.menu("edit");
        edit(menu, "edit.undo", "Z", TextEditing.undoAction());
        edit(menu, "edit.redo", "Y", TextEditing.redoAction());
        menus.separator();
        edit(menu, "edit.cut", "X", new DefaultEditorKit.CutAction());
        edit(menu, "edit.copy", "C", new DefaultEditorKit.CopyAction());
        edit(menu, "edit.paste", "V", new DefaultEditorKit.PasteAction());
        menus.separator();
        inChat("edit.code", menus.shortcut("shift C"), ChatPage::copyCode);
        inChat("edit.find", menus.shortcut("F"), ChatPage::find);
    }

    /** Adds an item that works on the text field that had the focus last. */
    private void edit(JMenu menu, String name, String key, Action action) {
        JMenuItem item = new JMenuItem(action);
        Labels.set(item, WORDS.get(name));
        item.setName(name);
        item.setAccelerator(menus.shortcut(key));
        menu.add(item);
    }

    private void view() {
        menus.menu("view");
        themes(menus.submenu("view.theme"));
        menus.item("view.larger", menus.shortcut("PLUS"), appearance::zoomIn);
        menus.item("view.smaller", menus.shortcut("MINUS"), appearance::zoomOut);
        menus.item("view.normal", menus.shortcut("0"), appearance::zoomNormal);
        menus.separator();
        inChat("view.alert", menus.shortcut("J"), ChatPage::jumpToAlert);
        inChat("view.newest", key("alt END"), ChatPage::jumpToNewest);
        menus.separator();
        inChat("view.next", menus.shortcut("PAGE_DOWN"), page -> page.nextConversation(1));
        inChat("view.previous", menus.shortcut("PAGE_UP"), page -> page.nextConversation(-1));
        close = menus.item(
                "view.close", menus.shortcut("W"), () -> window.page().closeConversation());
        menus.separator();
        inChat("view.people", menus.shortcut("P"), ChatPage::focusPeople);
        inChat("view.transcript", menus.shortcut("T"), ChatPage::focusTranscript);
        inChat("view.composer", menus.shortcut("E"), ChatPage::focusComposer);
        menus.separator();
        hood = menus.check("view.hood", key("F12"), window::setHoodOpen);
    }

    private void themes(JMenu menu) {
        ButtonGroup group = new ButtonGroup();
        for (Theme theme : Theme.values()) {
            String name = "view.theme." + theme;
            JRadioButtonMenuItem item = Labels.set(new JRadioButtonMenuItem(), WORDS.get(name));
            item.setName(name);
            item.addActionListener(event -> appearance.choose(theme));
            group.add(item);
            menu.add(item);
            themes.put(theme, item);
        }
    }

    private void instructor() {
        menus.menu("instructor");
        inChat("instructor.key", null, ChatPage::enterKey);
        menus.separator();
        forInstructor.add(
                menus.item("instructor.announce", null, () -> window.page().announce()));
        hush = menus.check("instructor.hush", null, on -> window.send(new InstructorCommand.Hush(on)));
        forInstructor.add(hush);
    }

    private void help() {
        menus.menu("help");
        menus.item("help.course", window::openCourse);
        menus.item("help.shortcuts", key("F1"), window::showShortcuts);
        menus.item("help.about", window::showAbout);
    }

    /** Enables the items that are possible now, and ticks the items that are on. {@code chatting}: the chat is in view. */
    void refresh(Chat chat, boolean chatting, boolean hoodOpen) {
        inChat.forEach(item -> item.setEnabled(chatting));
        forInstructor.forEach(item -> item.setEnabled(chatting && chat.isInstructor()));
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
