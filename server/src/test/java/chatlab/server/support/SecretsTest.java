package chatlab.server.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SecretsTest {
    private static final int ENOUGH = 32_000;

    @Test
    void charactersComeEquallyOftenAndNoneIsTakenForAnother() {
        var times =
                Secrets.random(ENOUGH).chars().boxed().collect(Collectors.groupingBy(c -> c, Collectors.counting()));
        assertThat(times).hasSize(32).doesNotContainKeys((int) 'l', (int) 'o', (int) '0', (int) '1');
        assertThat(times.values()).allMatch(n -> n > 700 && n < 1300); // 1,000 and nine times what it varies by
    }

    @Test
    void secretsDiffer() {
        assertThat(List.of(Secrets.random(20), Secrets.random(20), Secrets.random(20)))
                .doesNotHaveDuplicates()
                .allMatch(secret -> secret.length() == 20);
    }
}
