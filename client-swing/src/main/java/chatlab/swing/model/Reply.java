package chatlab.swing.model;

/** Is told how the server answers one command. Called on the event dispatch thread, once at most. */
public interface Reply {
    /** The answer is told in the conversation, and nowhere else. */
    Reply NONE = words -> false;

    /** The user has not asked, and is told of no refusal. */
    Reply SILENT = words -> true;

    /** The server has done it. */
    default void done() {}

    /** It was not done; says whether the user was told why. If not, the conversation tells it. */
    boolean refused(String words);
}
