package chatlab.cli;

import java.io.IOException;

/** What listens there is no server for chatting; the message is a sentence for the user. */
final class WrongServerException extends IOException {
    private static final long serialVersionUID = 1;

    WrongServerException(String sentence) {
        super(sentence);
    }
}
