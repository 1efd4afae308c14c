package chatlab.swing.testing;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips tests, with the reason, where Java cannot measure text. The tests make components, but show no window. */
public final class NeedsFonts implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Screen.hasFonts()
                ? ConditionEvaluationResult.enabled("there are fonts")
                : ConditionEvaluationResult.disabled(Screen.NO_FONTS);
    }
}
