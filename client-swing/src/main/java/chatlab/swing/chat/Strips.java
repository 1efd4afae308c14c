package chatlab.swing.chat;

import chatlab.swing.chat.PollStrip.Told;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;

/**
 * What is told above and below the transcript. In a low window, what the user can do without gives way, so that a row of the transcript
 * stays in view: the course to the poll, and both the banner and the course to the search.
 */
final class Strips {
    final Banner banner;
    final CallStrip call;
    final PollStrip course;
    final PollStrip poll;

    Strips(Chat chat, Actions actions, ChatPage page, ChatPage.Wishes wishes) {
        banner = new Banner(chat, wishes::connectNow, page::jumpToAlert, actions::dismissAlert);
        call = new CallStrip(chat, () -> {
            actions.dismissCall();
            page.focusComposer();
        });
        course = new PollStrip(
                "course", () -> CourseWords.of(chat), chat, actions, actions::dismissCourseNews, page::focusComposer);
        poll = new PollStrip( // without the poll, there may be room for others
                "poll", () -> Told.ofPoll(chat), chat, actions, page::refresh, page::focusComposer);
    }

    /** Shows what has changed. */
    void refresh(boolean low, boolean finding) {
        banner.giveWay(low && finding);
        call.refresh();
        poll.refresh(false);
        course.refresh(low && (finding || poll.isVisible()));
    }
}
