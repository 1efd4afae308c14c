package chatlab.client;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.client.Partners.Change;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PartnersTest {
    private static final Instant LEFT = Instant.parse("2026-11-20T10:44:00Z");
    private static final Instant CAME = Instant.parse("2026-11-20T10:45:00Z");
    private static final Instant LATER = Instant.parse("2026-11-20T10:46:00Z");

    private final Partners partners = new Partners();

    PartnersTest() {
        partners.add("bertha");
    }

    @Test
    void nothingChangesWhileThePersonStays() {
        assertThat(partners.came("bertha", CAME)).isFalse(); // as back from another room
        assertThat(partners.change("bertha")).isEmpty();
    }

    @Test
    void anotherPersonOfTheSameNameIsAChange() {
        assertThat(partners.left("Bertha", LEFT)).isTrue();
        assertThat(partners.change("bertha")).contains(new Change(LEFT, Optional.empty()));
        assertThat(partners.came("bertha", CAME)).isTrue();
        assertThat(partners.change("BERTHA")).contains(new Change(LEFT, Optional.of(CAME)));
        assertThat(partners.came("bertha", LATER)).isFalse();
        assertThat(partners.change("bertha")).contains(new Change(LEFT, Optional.of(CAME)));
    }

    @Test
    void changeThatTheUserAgreedToIsForgotten() {
        partners.left("bertha", LEFT);
        partners.came("bertha", CAME);
        partners.agree("bertha");
        assertThat(partners.change("bertha")).isEmpty();
        partners.left("bertha", LATER);
        assertThat(partners.change("bertha")).contains(new Change(LATER, Optional.empty()));
    }

    @Test
    void personThatComesAfterTheUserAgreedIsAChangeAgain() {
        partners.left("bertha", LEFT);
        partners.agree("bertha");
        assertThat(partners.change("bertha")).isEmpty();
        partners.came("bertha", CAME);
        assertThat(partners.change("bertha")).contains(new Change(LEFT, Optional.of(CAME)));
    }

    @Test
    void aPartnerWithANewNameIsTheSame() {
        assertThat(partners.renamed("bertha", "berta", LEFT)).isFalse();
        partners.came("bertha", CAME);
        assertThat(partners.change("bertha")).isEmpty(); // with that one the user has not written
        assertThat(partners.change("berta")).isEmpty();
        partners.left("berta", LATER);
        assertThat(partners.change("berta")).isPresent();
        assertThat(partners.renamed("berta", "BERTA", LATER)).isFalse();
        assertThat(partners.change("berta")).isPresent();
    }

    @Test
    void aNameThatIsTakenByRenamingChangesHands() {
        partners.left("bertha", LEFT);
        assertThat(partners.renamed("eve", "bertha", CAME)).isTrue();
        assertThat(partners.change("bertha")).contains(new Change(LEFT, Optional.of(CAME)));
    }

    @Test
    void twoPartnersNeverBecomeOne() {
        partners.add("eve");
        assertThat(partners.renamed("eve", "bertha", CAME)).isTrue(); // bertha left unseen
        assertThat(partners.change("bertha")).contains(new Change(CAME, Optional.of(CAME)));
        assertThat(partners.change("eve")).contains(new Change(CAME, Optional.empty()));
    }

    @Test
    void strangersAreNotWatched() {
        assertThat(partners.left("eve", LEFT)).isFalse();
        assertThat(partners.came("eve", CAME)).isFalse();
        assertThat(partners.change("eve")).isEmpty();
        partners.remove("bertha");
        assertThat(partners.left("bertha", LEFT)).isFalse();
    }

    @Test
    void numberOfPartnersIsBounded() {
        for (int i = 0; i < 2 * Partners.MAX; i++) {
            partners.add("p" + i);
        }
        assertThat(partners.left("bertha", LEFT)).isFalse();
        assertThat(partners.left("p" + Partners.MAX, LEFT)).isTrue();
    }
}
