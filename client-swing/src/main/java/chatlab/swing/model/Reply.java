package chatlab.swing.model;

/** Is told how the server answers one command. Called on the event dispatch thread, once at most. */
public interface Reply {
    /** The answer is told in the conversation, and nowhere else. */
    Reply NONE = new Reply() {
        @Override
        public void done() {}

        @Override
        public boolean refused(String words) {
            return false;
        }
    };

    /** The server has done it. */
    void done();

    /** It was not done; says whether the user was told why. If not, the conversation tells it. */
    boolean refused(String words);
}
