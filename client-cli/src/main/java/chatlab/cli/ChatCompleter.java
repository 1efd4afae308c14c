package chatlab.cli;

import chatlab.client.NameCompletion;
import chatlab.client.NameCompletion.Proposal;
import chatlab.protocol.ClassroomCommand.Hands;
import chatlab.protocol.ClassroomCommand.Poll;
import chatlab.protocol.InstructorCommand.Lock;
import chatlab.protocol.Verb;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/**
 * What the Tab key offers: commands where the line begins with a slash, the few words that a command takes, and the names of people
 * everywhere else.
 */
final class ChatCompleter implements Completer {
    private static final List<String> LOCKS =
            Stream.of(Lock.Kind.values()).map(Lock.Kind::word).toList();

    private static final List<String> SWITCH = List.of("on", "off");

    private final NameCompletion completion = new NameCompletion();
    private final Names names;

    ChatCompleter(Names names) {
        this.names = names;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        if (line.wordIndex() == 0 && line.word().startsWith("/")) {
            for (Verb verb : Verb.values()) {
                if (verb.isForPeople()) {
                    candidates.add(new Candidate("/" + verb.word()));
                }
            }
            candidates.add(new Candidate(TypedLines.AGAIN));
        } else if (words(line).isPresent()) {
            words(line).get().forEach(word -> candidates.add(new Candidate(word)));
        } else {
            offerNames(line, candidates);
        }
    }

    /** What the word can be, where the words before it say that. */
    private Optional<List<String>> words(ParsedLine line) {
        String before =
                line.line().substring(0, line.cursor() - line.wordCursor()).strip();
        if (before.matches("/" + Verb.LOCK.word() + " +\\w+")) {
            return Optional.of(SWITCH);
        }
        Map<String, List<String>> afterCommand = Map.of(
                "/" + Verb.VOTE.word(),
                names.answers(),
                "/" + Verb.POLL.word(),
                List.of(Poll.CLOSE, Poll.SHOW),
                "/" + Verb.HANDS.word(),
                List.of(Hands.UNDO),
                "/" + Verb.LOCK.word(),
                LOCKS,
                "/" + Verb.HUSH.word(),
                SWITCH);
        return Optional.ofNullable(afterCommand.get(before));
    }

    /** What stands before a name without a blank, as in {@code (an}, stays there. */
    private void offerNames(ParsedLine line, List<Candidate> candidates) {
        Proposal proposal = completion.propose(line.line(), line.cursor(), names.all(), names.me());
        int wordStart = line.cursor() - line.wordCursor();
        String before = line.line().substring(Math.min(wordStart, proposal.start()), proposal.start());
        for (String name : proposal.names()) {
            candidates.add(new Candidate(before + name, name, null, null, null, null, true, candidates.size() + 1));
        }
    }
}
