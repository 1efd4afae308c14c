package chatlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.cli.ServerChoice.Choice;
import chatlab.client.ChatConnection;
import chatlab.client.Finder;
import chatlab.client.UserError;
import chatlab.protocol.Endpoint;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerChoiceTest {
    private final TestConsole console = new TestConsole(true);
    private final ServerChoice choice = new ServerChoice(console, () -> new Finder(List.of()), this::open);

    private ChatConnection open(Endpoint server) throws UserError {
        if (server.host().equals("nowhere")) {
            throw new UserError("There is no computer called nowhere.");
        }
        return null; // no test here talks
    }

    @Test
    void addressIsTakenWhereNoServerAnswers() {
        console.type("1");
        console.type("pc7 abc");
        console.type("pc7 9000");

        assertThat(choice.choose()).isEqualTo(new Choice.Server(new Endpoint("pc7", 9000), null));
        assertThat(console.shown())
                .anyMatch(line -> line.contains("No server found"))
                .anyMatch(line -> line.contains("There is no server 1 in the list."))
                .anyMatch(line -> line.contains("\"abc\" is not a port"));
    }

    @Test
    void asksAgainWhenTheServerIsNotThere() {
        console.type("nowhere 9000");
        console.type("pc7 9000");

        assertThat(choice.choose()).isEqualTo(new Choice.Server(new Endpoint("pc7", 9000), null));
        assertThat(console.shown()).anyMatch(line -> line.contains("There is no computer called nowhere."));
        assertThat(console.shown().stream().filter(line -> line.contains("Ask your instructor for the address")))
                .hasSize(2); // it asks again
    }

    @Test
    void portAloneIsThisMachineAndNoNumberOfTheList() {
        console.type("20200");
        assertThat(choice.choose()).isEqualTo(new Choice.Server(new Endpoint("localhost", 20200), null));
    }

    @Test
    void canBeLeft() {
        console.endInput();
        assertThat(choice.choose()).isEqualTo(new Choice.Nothing());
    }

    @Test
    void offersTheCourse() {
        console.type("learn");
        assertThat(choice.choose()).isEqualTo(new Choice.Course());
        assertThat(console.shown()).anyMatch(line -> line.contains("\"learn\" opens the course"));
    }
}
