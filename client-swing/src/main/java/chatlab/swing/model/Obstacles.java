package chatlab.swing.model;

import chatlab.client.Participant;
import chatlab.client.Partners;
import chatlab.protocol.InstructorCommand.Lock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;

/** Why the user may not do something on a server that it is connected to, in words. */
final class Obstacles {
    private final Chat chat;

    Obstacles(Chat chat) {
        this.chat = chat;
    }

    /** Why this person, or the room where {@code person} is empty, can be told nothing; empty where it can. */
    Optional<String> whyNot(String person) {
        return whySilent(person).or(() -> whyAnother(person));
    }

    /** An instructor may always write, and may always be written to. */
    private Optional<String> whySilent(String person) {
        if (chat.isInstructor() || isPerhapsInstructor(person)) {
            return Optional.empty();
        } else if (chat.isMuted()) {
            return Optional.of(TranscriptWriter.words("why.muted"));
        } else if (chat.isHushed()) {
            return Optional.of(TranscriptWriter.words("why.hushed"));
        }
        return person.isEmpty() ? Optional.empty() : whyLocked(Lock.Kind.PRIVATE);
    }

    /** Also an instructor in another room. */
    private boolean isPerhapsInstructor(String person) {
        return !person.isEmpty()
                && chat.people.find(person).map(Participant::instructor).orElse(true);
    }

    /** Why the instructor has taken this from the user; empty where the user has it. */
    Optional<String> whyLocked(Lock.Kind kind) {
        boolean mayChooseOnce = kind == Lock.Kind.NAMES && chat.chosen.isEmpty(); // a guest
        return chat.classState.isLocked(kind) && !chat.isInstructor() && !mayChooseOnce
                ? Optional.of(TranscriptWriter.words("why.locked-" + kind.word()))
                : Optional.empty();
    }

    /** Whether nothing is sent only because another person may bear this name. */
    boolean isAnother(String person) {
        return whySilent(person).isEmpty() && whyAnother(person).isPresent();
    }

    /** The other person left, and another one of that name came. Empty where the user agreed to that. */
    private Optional<String> whyAnother(String person) {
        return change(person).map(words -> TranscriptWriter.words("why.another", words));
    }

    /** How the name of a partner has changed hands; empty where it has not, or the user agreed to that. */
    Optional<String> change(String person) {
        return chat.conversations.partners.change(person).map(change -> words(person, change));
    }

    private String words(String person, Partners.Change change) {
        String left = time(change.left());
        return change.came()
                .map(came -> TranscriptWriter.words("partner.another", person, left, time(came)))
                .orElseGet(() -> TranscriptWriter.words("partner.left.at", person, left));
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .format(at.atZone(chat.clock().getZone()));
    }
}
