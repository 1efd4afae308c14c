package chatlab.server.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * How many chose one answer.
 *
 * @param percent of all answers
 */
record Bar(String label, int count, long percent) {
    static List<Bar> of(List<Integer> counts, IntFunction<String> label) {
        long all = counts.stream().mapToLong(Integer::longValue).sum();
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            bars.add(new Bar(label.apply(i), counts.get(i), 100L * counts.get(i) / Math.max(1, all)));
        }
        return bars;
    }
}
