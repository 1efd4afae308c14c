package chatlab.server.web;

import java.util.List;
import java.util.Map;

/**
 * What the wall shows of one moment. No text of a message is in it.
 *
 * @param people in all rooms
 * @param threads the state of each of the server's own threads, by its name
 * @param question what the class is asked, or null
 */
public record WallState(
        int people,
        Map<String, String> threads,
        List<Client> clients,
        List<Hand> hands,
        Question question,
        Course course) {
    /**
     * A client and its outbox.
     *
     * @param hasWriter whether a thread writes to it alone, in place of the postman
     * @param stuck whether that thread is in a write which has not ended since the picture before
     * @param waiting bytes in the outbox
     * @param percent how full the outbox is
     * @param read whether its reader has read since the picture before
     * @param served whether it was sent mail since the picture before
     */
    public record Client(
            int number,
            String name,
            String reader,
            boolean hasWriter,
            boolean stuck,
            int waiting,
            int percent,
            boolean read,
            boolean served) {}

    /**
     * A hand that is up.
     *
     * @param client the number of the person's client, or 0 where the connection is lost
     */
    public record Hand(int place, int client, String name) {}

    /**
     * A poll, or a prediction of the course.
     *
     * @param answered people that have answered
     * @param of people that may answer
     * @param counts for each option, or empty while they are not shown
     */
    public record Question(String text, List<String> options, int answered, int of, List<Integer> counts) {}

    /** How far the students have come in the course, in the chapters of which something was reported. */
    public record Course(int students, List<Chapter> chapters) {}

    /** How many students have read, predicted in and passed a chapter; the later includes the earlier. */
    public record Chapter(int number, int read, int predicted, int passed) {}
}
