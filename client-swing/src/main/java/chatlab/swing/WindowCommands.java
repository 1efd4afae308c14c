package chatlab.swing;

import chatlab.protocol.Command;
import chatlab.swing.chat.ChatPage;

/** What the menus can make the window do. */
interface WindowCommands {
    /** The page that does what the menus say about the chat. */
    ChatPage page();

    void joinAnother();

    void send(Command command);

    void choose(Theme theme);

    void zoomIn();

    void zoomOut();

    void zoomNormal();

    void setHoodOpen(boolean open);

    void openCourse();

    void showShortcuts();

    void showAbout();

    void quit();
}
