package chatlab.cli.swarm;

import chatlab.client.UserError;
import chatlab.protocol.BadAddressException;
import chatlab.protocol.BadNameException;
import chatlab.protocol.Endpoint;
import chatlab.protocol.Name;
import chatlab.protocol.Words;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code swarm}: lets simulated people talk in a room, and checks and measures the server. */
@Command(name = "swarm", mixinStandardHelpOptions = true, resourceBundle = "chatlab.cli.swarm.Words")
public final class SwarmCommand implements Callable<Integer> {
    private static final Words WORDS = new Words(SwarmCommand.class);
    private static final int STATUS_NOT_SPOTLESS = 1;

    private final CountDownLatch interrupted;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "HOST", descriptionKey = "option.host")
    private String host;

    @Parameters(index = "1", arity = "0..1", paramLabel = "PORT", descriptionKey = "option.port")
    private String port;

    @Option(names = "--people", paramLabel = "N", defaultValue = "30", descriptionKey = "option.people")
    private int people;

    @Option(names = "--talkers", paramLabel = "N", descriptionKey = "option.talkers")
    private Integer talkers;

    @Option(names = "--rate", paramLabel = "N", defaultValue = "0.2", descriptionKey = "option.rate")
    private double rate;

    @Option(names = "--flat-out", descriptionKey = "option.flat-out")
    private boolean flatOut;

    @Option(names = "--window", paramLabel = "N", defaultValue = "8", descriptionKey = "option.window")
    private int window;

    @Option(names = "--characters", paramLabel = "N", defaultValue = "64", descriptionKey = "option.characters")
    private int characters;

    @Option(names = "--slow", paramLabel = "N", defaultValue = "0", descriptionKey = "option.slow")
    private int slow;

    @Option(names = "--rude", paramLabel = "N", defaultValue = "0", descriptionKey = "option.rude")
    private int rude;

    @Option(names = "--manners", paramLabel = "MANNER", split = ",", descriptionKey = "option.manners")
    private Set<Manner> manners = EnumSet.allOf(Manner.class);

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", descriptionKey = "option.seed")
    private long seed;

    @Option(names = "--room", paramLabel = "ROOM", defaultValue = "", descriptionKey = "option.room")
    private String room;

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "60", descriptionKey = "option.seconds")
    private int seconds;

    /** Talks for as long as its option says, or until Ctrl+C. */
    public SwarmCommand() {
        this(new CountDownLatch(1));
    }

    /** Ends the talking early when {@code interrupted} is counted down, as Ctrl+C does. */
    SwarmCommand(CountDownLatch interrupted) {
        this.interrupted = interrupted;
    }

    @Override
    public Integer call() throws UserError, BadAddressException, InterruptedException {
        Habits habits = habits();
        checkRoom();
        PrintWriter out = spec.commandLine().getOut();
        try (Swarm swarm = new Swarm(Endpoint.of(host, port), habits, room)) {
            swarm.gather();
            return talk(swarm, new Report(habits, swarm.tally(), swarm.room(), out));
        }
    }

    private int talk(Swarm swarm, Report report) throws UserError, InterruptedException {
        try (Interrupt interrupt = new Interrupt(interrupted)) {
            report.gathered();
            swarm.talk();
            for (int second = 1; second <= seconds && !interrupt.await(1); second++) {
                report.second(second);
            }
            swarm.quiet();
            report.summary();
            return swarm.tally().isSpotless() ? 0 : STATUS_NOT_SPOTLESS;
        }
    }

    private Habits habits() {
        int good = people - slow - rude;
        check(slow >= 0 && rude >= 0 && good >= 2, "bad.people");
        int speaking = talkers == null ? good : talkers;
        check(speaking >= 1 && speaking <= good, "bad.talkers");
        check(rate > 0 && rate <= 1000 && window >= 1, "bad.rate");
        check(characters >= 1 && characters <= Stamped.MOST_CHARACTERS, "bad.characters", Stamped.MOST_CHARACTERS);
        return new Habits(people, speaking, flatOut ? 0 : rate, window, characters, slow, rude, manners, seed);
    }

    private void checkRoom() {
        try {
            if (!room.isEmpty()) {
                Name.ofRoom(room);
            }
        } catch (BadNameException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private void check(boolean good, String key, Object... arguments) {
        if (!good) {
            throw new ParameterException(spec.commandLine(), WORDS.get(key, arguments));
        }
    }
}
