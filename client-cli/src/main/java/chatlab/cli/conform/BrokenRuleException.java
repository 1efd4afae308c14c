package chatlab.cli.conform;

import java.util.List;

/** The server under test has broken a rule. */
final class BrokenRuleException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<String> details;

    /** With lines for a person that say what was expected and what came. */
    BrokenRuleException(ServerRule rule, List<String> details) {
        super(rule.sentence());
        this.details = details;
    }

    List<String> details() {
        return details;
    }
}
