import java.util.List;

/** The members of a chat. Safe for use by many threads. */
public final class Members {
    /** Keeps the names in this list, which is empty. */
    public Members(List<String> names) {
        // to be written
    }

    /** Adds the name, unless it is in the list already. Says whether it was added. */
    public boolean join(String name) {
        return false; // to be written
    }

    /** Takes the name out of the list, if it is there. */
    public void leave(String name) {
        // to be written
    }

    /** All members that are in the list at this moment. The returned list does not change any more. */
    public List<String> everyone() {
        return List.of(); // to be written
    }
}
