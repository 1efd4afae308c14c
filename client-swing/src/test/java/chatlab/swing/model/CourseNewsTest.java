package chatlab.swing.model;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.CourseQuestion;
import chatlab.swing.model.CourseNews.Kind;
import chatlab.swing.model.CourseNews.Latest;
import org.junit.jupiter.api.Test;

/** What happens to the chapters of the course, as bob's client is told of it. */
class CourseNewsTest {
    private static final CourseQuestion FIVE = new CourseQuestion(5);

    private final Story bob = Story.of("bob", "ada op");
    private final CourseNews news = bob.chat.courseNews();

    @Test
    void chapterThatIsClosedOpenedOrShownIsNews() {
        bob.server("CLASS chapter=5 open=1 predicted=3 of=9");
        assertThat(news.latest()).isEmpty();
        bob.server("CLASS chapter=5 open=0 predicted=3 of=9", "CLASS chapter=6 open=0 predicted=0 of=9");
        assertThat(news.latest()).contains(new Latest(Kind.CLOSED, new CourseQuestion(6)));
        assertThat(news.closed()).containsExactly(5, 6);
        bob.server("CLASS chapter=5 open=1 predicted=3 of=9", "CLASS chapter=5 open=1 predicted=4 of=9");
        assertThat(news.latest()).contains(new Latest(Kind.OPENED, FIVE));
        assertThat(news.predictions(FIVE).orElseThrow().predicted()).isEqualTo(4);
        bob.server("CLASS chapter=5.2 open=1 predicted=4 of=9 counts=1,3");
        assertThat(news.latest()).contains(new Latest(Kind.SHOWN, new CourseQuestion(5, 2)));
        assertThat(news.counts(new CourseQuestion(5, 2))).containsExactly(1, 3);
    }

    @Test
    void whatTheServerTellsAgainAfterALossIsNoNews() {
        bob.server("CLASS chapter=4 open=1 predicted=9 of=9 counts=9", "CLASS chapter=6 open=0 predicted=0 of=9");
        reconnect();
        assertThat(news.latest()).as("not told again yet").isEmpty();
        bob.server("CLASS chapter=6 open=0 predicted=0 of=9", "CLASS chapter=4 open=1 predicted=9 of=9 counts=9");
        assertThat(news.latest()).contains(new Latest(Kind.CLOSED, new CourseQuestion(6)));

        reconnect();
        bob.server("CLASS chapter=4 open=1 predicted=9 of=9 counts=8,1");
        assertThat(news.latest()).contains(new Latest(Kind.SHOWN, new CourseQuestion(4)));
        assertThat(news.isOpen(6)).isTrue();
    }

    @Test
    void chapterThatWasOpenAfterALossAndIsClosedAgainIsNews() {
        bob.server("CLASS chapter=6 open=0 predicted=0 of=9", "CLASS chapter=4 open=1 predicted=1 of=9 counts=1");
        bob.actions.dismissCourseNews();
        reconnect();
        bob.whoAnswers("bob", "ada op"); // before this the server has told which chapters are closed: none
        bob.server("CLASS chapter=6 open=0 predicted=0 of=9");
        assertThat(news.latest()).contains(new Latest(Kind.CLOSED, new CourseQuestion(6)));
        bob.server("CLASS chapter=4 open=1 predicted=1 of=9 counts=1");
        assertThat(news.latest()).contains(new Latest(Kind.SHOWN, new CourseQuestion(4)));
    }

    @Test
    void newsThatAChapterIsOpenEndsWithTheRunOfTheServer() {
        bob.server("CLASS chapter=5 open=0 predicted=0 of=9", "CLASS chapter=5 open=1 predicted=0 of=9");
        reconnect();
        assertThat(news.opened()).as("the same run").contains(FIVE);
        reconnect("r2");
        assertThat(news.latest()).isEmpty();

        bob.server("CLASS chapter=6 open=0 predicted=0 of=9");
        reconnect("r3");
        bob.server("CLASS chapter=6 open=0 predicted=0 of=9");
        assertThat(news.latest())
                .as("the new run tells it, too")
                .contains(new Latest(Kind.CLOSED, new CourseQuestion(6)));
    }

    @Test
    void newsThatAChapterIsOpenEndsWithARestartThatGoesOnWithTheRun() {
        bob.server("CLASS chapter=5 open=0 predicted=0 of=9", "CLASS chapter=5 open=1 predicted=0 of=9");
        reconnect();
        assertThat(news.opened()).contains(FIVE);
        bob.server("NOTE code=restarted :The server was started again.");
        assertThat(news.latest()).isEmpty();
    }

    @Test
    void questionThatTheUserAsksForIsWatchedInPlaceOfTheOther() {
        bob.actions.watch(FIVE);
        bob.server("CLASS chapter=5 open=1 predicted=1 of=2", "OK re=" + bob.tag("class"));
        bob.types("/class 6");
        bob.server("CLASS chapter=6 open=1 predicted=1 of=2", "OK re=" + bob.tag("class"));
        bob.sent();
        bob.actions.watch(FIVE);
        assertThat(bob.sent()).hasSize(1);
    }

    @Test
    void oneQuestionIsWatchedOnEachConnection() {
        bob.actions.watch(FIVE);
        bob.actions.watch(new CourseQuestion(6));
        assertThat(bob.sent())
                .as("one question at a time")
                .hasSize(1)
                .first()
                .asString()
                .matches("/class@\\S+ 5");
        bob.server("CLASS chapter=5 open=1 predicted=1 of=2", "OK re=" + bob.tag("class"));
        bob.actions.watch(FIVE);
        bob.sends();
        bob.shows();
        reconnect();
        bob.sent();
        bob.actions.watch(FIVE);
        assertThat(bob.sent()).hasSize(1);
    }

    @Test
    void anotherServerHasAnotherCourse() {
        bob.server("CLASS chapter=6 open=0 predicted=0 of=9");
        bob.feed.begin("other", "bob");
        assertThat(news.latest()).isEmpty();
        assertThat(news.isOpen(6)).isTrue();
    }

    private void reconnect() {
        reconnect("r1");
    }

    private void reconnect(String run) {
        bob.losesAndReconnects();
        bob.hello("you=bob run=" + run);
    }
}
