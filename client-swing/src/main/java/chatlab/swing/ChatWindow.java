package chatlab.swing;

import chatlab.client.Finder;
import chatlab.client.Version;
import chatlab.protocol.Command;
import chatlab.protocol.Endpoint;
import chatlab.protocol.Words;
import chatlab.swing.Menus.Commands;
import chatlab.swing.chat.ChatPage;
import chatlab.swing.hood.HoodPanel;
import chatlab.swing.join.JoinPage;
import chatlab.swing.join.JoinPage.Wishes;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.model.Status;
import chatlab.swing.net.ChatSession;
import chatlab.swing.transcript.WebLinks;
import chatlab.swing.ui.Logo;
import chatlab.tutorials.Learn;
import java.awt.CardLayout;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.swing.JFrame;
import javax.swing.JOptionPane;
import javax.swing.JPanel;

/**
 * The window, with two pages: one to join a server, and the chat. Each event of the network and each action of the user
 * ends in {@link #refresh}, which lets all parts show what has changed. For the event dispatch thread only.
 */
final class ChatWindow extends JFrame {
    private static final long serialVersionUID = 1;

    private static final Words WORDS = new Words(ChatWindow.class);
    private static final String JOIN = "join";
    private static final String CHAT = "chat";

    private final transient UserSettings settings;

    private final transient Chat chat;
    private final transient ChatSession session;
    private final transient Actions actions;

    private final CardLayout cards = new CardLayout();
    private final JPanel pages = new JPanel(cards);
    private final JoinPage joinPage;
    private final HoodDrawer drawer;
    private final transient MenuCommands commands = new MenuCommands();
    private final transient Menus menus;
    private final transient Attention attention = new Attention(this);

    private final transient WindowPlace place = new WindowPlace(this);
    private final transient Visit visit = new Visit();
    private boolean chatting;

    /** Null before the user is let in: a page that is not seen must not delay the start. */
    private ChatPage chatPage;

    /** Shows the frame, so that the desktop can draw it while the first page is built. */
    ChatWindow(UserSettings settings, Appearance appearance, Clock clock, Callable<Finder> finders) {
        super(WORDS.get("title"));
        this.settings = settings;
        place.restore(settings);
        setVisible(true);
        chat = new Chat(clock);
        session = new ChatSession(chat, this::refresh);
        actions = new Actions(chat, session, this::refresh);
        joinPage = new JoinPage(finders, new JoinPageWishes());
        menus = new Menus(commands, appearance, getToolkit().getMenuShortcutKeyMaskEx());
        pages.add(joinPage, JOIN);
        drawer = new HoodDrawer(pages, () -> new HoodPanel(session, chat, actions));
        add(drawer);
        menus.install(this);
        setIconImages(Logo.images());
        setDefaultCloseOperation(DO_NOTHING_ON_CLOSE);
        Watching watching = new Watching();
        addWindowListener(watching);
        addWindowFocusListener(watching);
    }

    /**
     * Shows the page to join a server. With a {@code server} and a {@code name}, joins at once. Where {@code name} is
     * empty, fills in the last name and waits for the user.
     */
    void open(Optional<Endpoint> server, String name) {
        String address = server.map(Endpoint::toString).orElse("");
        joinPage.prefill(address, settings.servers(), name.isEmpty() ? settings.name() : name);
        drawer.setOpen(settings.isHoodOpen());
        validate();
        joinPage.enter();
        refresh();
        if (server.isPresent() && !name.isEmpty()) {
            joinPage.join();
        }
    }

    /** Lets all parts show what has changed. */
    private void refresh() {
        Status status = chat.status();
        if (visit.note(status, chat.chosenName())) {
            visit.server().ifPresent(server -> remember(server, chat.chosenName()));
        }
        turnTo(visit.isInChat(status));
        joinPage.refresh(visit.isChoosing() ? new Status.Idle() : status, visit.isChoosing());
        if (chatting) {
            chatPage.refresh();
        }
        drawer.refresh();
        menus.refresh(chat, chatting, drawer.isOpen());
        attention.refresh(chat, chatting);
    }

    private void turnTo(boolean chatPageWanted) {
        if (chatting == chatPageWanted) {
            return;
        }
        chatting = chatPageWanted;
        if (chatPage == null) {
            chatPage = new ChatPage(chat, actions, commands);
            pages.add(chatPage, CHAT);
        }
        cards.show(pages, chatting ? CHAT : JOIN);
        if (chatting) {
            joinPage.leave();
            chatPage.refresh();
            chatPage.focusComposer();
        } else {
            joinPage.enter();
        }
        actions.looking(chatting && isFocused());
    }

    /** The server has let the user in: the address and the name are filled in next time. */
    private void remember(Endpoint server, String name) {
        settings.addServer(server.toString());
        if (!name.isEmpty()) {
            settings.setName(name);
        }
        joinPage.offer(settings.servers(), name);
    }

    private void quit() {
        place.keep(settings);
        joinPage.leave();
        drawer.setOpen(false);
        dispose(); // first: the goodbye may take seconds where the server does not read
        session.close();
    }

    private final class JoinPageWishes implements Wishes {
        @Override
        public void join(Endpoint server, String name) {
            visit.begin(server);
            session.join(server, name);
            refresh();
        }

        @Override
        public void rename(String name) {
            if (name.isEmpty()) {
                actions.stayGuest();
            } else {
                actions.rename(name);
            }
        }

        @Override
        public void cancel() {
            if (visit.isChoosing()) {
                visit.stopChoosing();
            } else {
                session.cancel();
            }
            refresh();
        }
    }

    private final class MenuCommands implements Commands, ChatPage.Wishes {
        @Override
        public ChatPage page() {
            return chatPage;
        }

        @Override
        public void connectNow() {
            if (chat.status() instanceof Status.Ended) {
                session.joinAgain();
            } else {
                session.retryNow();
            }
        }

        @Override
        public void joinAnother() {
            visit.choose();
            refresh();
        }

        @Override
        public void send(Command command) {
            actions.command(command);
        }

        @Override
        public void setHoodOpen(boolean open) {
            settings.setHoodOpen(open);
            drawer.setOpen(open);
            refresh();
        }

        @Override
        public Path announcements() {
            return settings.announcements();
        }

        @Override
        public void toggleHood() {
            setHoodOpen(!drawer.isOpen());
        }

        @Override
        public void openCourse() {
            new CourseOpener(() -> Learn.usualFolder().resolve("book"), WebLinks::open, ChatWindow.this).execute();
        }

        @Override
        public void showShortcuts() {
            new ShortcutsDialog(ChatWindow.this, ShortcutsDialog.shortcuts(menus.bar())).open();
        }

        @Override
        public void showAbout() {
            String about = WORDS.get(
                    "about", Version.get(), System.getProperty("java.version"), System.getProperty("os.name"));
            JOptionPane.showMessageDialog(
                    ChatWindow.this, about, WORDS.get("title"), JOptionPane.PLAIN_MESSAGE, new Logo(16));
        }

        @Override
        public void quit() {
            ChatWindow.this.quit();
        }
    }

    private final class Watching extends WindowAdapter {
        @Override
        public void windowClosing(WindowEvent event) {
            quit();
        }

        @Override
        public void windowGainedFocus(WindowEvent event) {
            actions.looking(chatting);
        }

        @Override
        public void windowLostFocus(WindowEvent event) {
            actions.looking(false);
        }
    }
}
