package chatlab.tutorials;

import chatlab.protocol.ClassroomCommand.Did;
import chatlab.protocol.ClassroomEvent.Predictions;
import chatlab.protocol.CourseQuestion;
import chatlab.protocol.Endpoint;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** The way to the server of the class. The course itself opens no connection to it: a program that has clients gives this. For any thread. */
public interface ClassServer {
    /** There is none. */
    ClassServer NONE = new ClassServer() {
        @Override
        public Optional<Endpoint> find() {
            return Optional.empty();
        }

        @Override
        public Visit visit(Endpoint server) throws IOException {
            throw new IOException("no connections");
        }
    };

    /** The server of this network, where there is exactly one. Takes a few seconds. */
    Optional<Endpoint> find() throws IOException;

    /**
     * Opens a short connection, or fails within a few seconds.
     *
     * @throws OtherProgramException where a program listens there that is no chat server
     */
    Visit visit(Endpoint server) throws IOException;

    /** A program listens there that is no chat server. The message is a sentence for the student. */
    final class OtherProgramException extends IOException {
        private static final long serialVersionUID = 1;

        public OtherProgramException(String sentence) {
            super(sentence);
        }
    }

    /** One connection. Any thread may close it, which ends what another one waits for. */
    interface Visit extends Closeable {
        /** What the server calls itself, clean. */
        String title();

        /** Stays the same until the server begins anew. */
        String run();

        /** Reports this; returns the words of a refusal, or nothing. */
        Optional<String> report(Did done) throws IOException;

        /** Tells of this question now and whenever something changes, until the connection ends. */
        void watch(CourseQuestion question, Consumer<Predictions> news) throws IOException;
    }
}
