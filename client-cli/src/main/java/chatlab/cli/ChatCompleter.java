package chatlab.cli;

import chatlab.protocol.Verb;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** What the Tab key offers: commands where the line begins with a slash, and the names of people everywhere else. */
final class ChatCompleter implements Completer {
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
            candidates.add(new Candidate(Outgoing.AGAIN));
        } else {
            names.all().forEach(name -> candidates.add(new Candidate(name)));
        }
    }
}
