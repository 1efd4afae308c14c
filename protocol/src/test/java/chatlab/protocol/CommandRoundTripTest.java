package chatlab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every command survives the journey: record, line, record. */
class CommandRoundTripTest {
    private static final List<Command> COMMANDS = List.of(
            new Command.Proto(1, "", ""),
            new Command.Proto(1, "ada", ""),
            new Command.Proto(2, "ada", "k3f9"),
            new Command.Nick("ada"),
            new Command.Say("hi"),
            new Command.Say(" /quit = :not me"),
            new Command.Say("żółw \uD83D\uDC22"),
            new Command.Paste(""),
            new Command.Paste("bob"),
            new Command.Msg("bob", " psst"),
            new Command.Join("kitchen"),
            new Command.Leave(),
            new Command.Who(),
            new Command.Rooms(),
            new Command.History(0),
            new Command.History(Long.MAX_VALUE),
            new Command.Ping(""),
            new Command.Ping("x y"),
            new Command.Pong(""),
            new Command.Pong("x y"),
            new Command.Threads(),
            new ClassroomCommand.Hand(""),
            new ClassroomCommand.Hand("why does accept() return?"),
            new ClassroomCommand.Lower(""),
            new ClassroomCommand.Lower("bob"),
            new ClassroomCommand.Hands(false),
            new ClassroomCommand.Hands(true),
            new ClassroomCommand.Poll("", ""),
            new ClassroomCommand.Poll("close", ""),
            new ClassroomCommand.Poll("show", ""),
            new ClassroomCommand.Poll("yes,no,may=be", "Is it clear? x=y"),
            new ClassroomCommand.Vote("yes"),
            new ClassroomCommand.Predictions(new CourseQuestion(7, 2)),
            new ClassroomCommand.Did("ada", "k3f9k3f9", new CourseQuestion(7), "passed"),
            new ClassroomCommand.Did("ada", "k3f9k3f9", new CourseQuestion(99, 9), "predicted=h"),
            new Command.Help(),
            new Command.Quit(""),
            new Command.Quit("lunch time"),
            new Command.Op("opensesame"),
            new InstructorCommand.Kick("bob", ""),
            new InstructorCommand.Kick("bob", "too loud"),
            new InstructorCommand.Ban("bob", ""),
            new InstructorCommand.Ban("bob", "for today"),
            new InstructorCommand.Unban("bob"),
            new InstructorCommand.Free("bob"),
            new ClassroomCommand.Drop(0),
            new ClassroomCommand.Drop(12),
            new InstructorCommand.Rename("#12", "bob"),
            new InstructorCommand.Mute("bob", "too loud"),
            new InstructorCommand.Unmute("bob", "quiet again"),
            new InstructorCommand.Hush(true),
            new InstructorCommand.Hush(false),
            new InstructorCommand.Clear(""),
            new InstructorCommand.Clear("lab"),
            new InstructorCommand.Announce("five minutes left"),
            new InstructorCommand.Next(""),
            new InstructorCommand.Next("bob"),
            new InstructorCommand.Timer(0, ""),
            new InstructorCommand.Timer(90, ""),
            new InstructorCommand.Timer(86400, "exercise 3"),
            new InstructorCommand.Lock(InstructorCommand.Lock.Kind.PRIVATE, true),
            new InstructorCommand.Lock(InstructorCommand.Lock.Kind.NAMES, false),
            new InstructorCommand.Progress(),
            new InstructorCommand.Open(7),
            new InstructorCommand.Close(15),
            new InstructorCommand.Show(new CourseQuestion(7, 2)),
            new InstructorCommand.Forget("bob"));

    @Test
    void everyCommandComesOutAsItWentIn() throws Exception {
        for (Command command : COMMANDS) {
            for (String tag : List.of("", "t-1_Z")) {
                ClientLine sent = new ClientLine(command, tag);
                assertThat(ClientLine.parse(sent.print())).as(sent.print()).isEqualTo(sent);
            }
        }
    }

    @Test
    void noKindOfCommandWasForgotten() {
        Set<Class<?>> sampled = COMMANDS.stream().map(Object::getClass).collect(Collectors.toSet());
        assertThat(sampled).isEqualTo(kinds().collect(Collectors.toSet()));
    }

    @Test
    void everyVerbHasItsCommandItsUsageAndItsHelp() {
        assertThat(Verb.values()).hasSize((int) kinds().count());
        for (Verb verb : Verb.values()) {
            assertThat(verb.usage()).startsWith("/" + verb.word());
            assertThat(verb.help()).isNotBlank();
            assertThat(verb.word()).matches("[a-z]{1,12}");
        }
    }

    @Test
    void helpTellsCommandsForPeopleAndForInstructors() {
        assertThat(Verb.values())
                .filteredOn(Verb::isForInstructor)
                .extracting(Verb::word)
                .containsExactly(
                        "announce",
                        "hush",
                        "clear",
                        "mute",
                        "unmute",
                        "kick",
                        "ban",
                        "unban",
                        "free",
                        "rename",
                        "next",
                        "timer",
                        "lock",
                        "progress",
                        "open",
                        "close",
                        "show",
                        "forget");
        assertThat(Verb.values())
                .filteredOn(verb -> !verb.isForPeople())
                .extracting(Verb::word)
                .containsExactly("ping", "pong", "did", "proto");
    }

    private static Stream<Class<?>> kinds() {
        return Stream.of(Command.class, ClassroomCommand.class, InstructorCommand.class)
                .flatMap(kind -> Arrays.stream(kind.getPermittedSubclasses()))
                .filter(Class::isRecord);
    }
}
