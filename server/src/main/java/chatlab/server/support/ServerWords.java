package chatlab.server.support;

import chatlab.protocol.Words;

/** The words of all folders of the server, from the bundle {@code Words.properties} beside this class. */
public final class ServerWords {
    public static final Words WORDS = new Words(ServerWords.class);

    private ServerWords() {}
}
