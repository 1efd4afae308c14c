package chatlab.cli.conform;

import java.util.List;

/**
 * What was found about one session, or about one rule for clients.
 *
 * @param group the heading below which it is listed
 * @param title the title of the session, or the rule for clients
 * @param details lines for a person: the rule that is broken, its place in the specification, the bytes
 */
public record Finding(Outcome outcome, String group, String title, List<String> details) {
    /** Not tried is neither good nor bad. */
    public enum Outcome {
        MET,
        NOT_MET,
        NOT_TRIED
    }

    static Finding met(String group, String title) {
        return new Finding(Outcome.MET, group, title, List.of());
    }
}
