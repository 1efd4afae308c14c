package chatlab.cli;

import chatlab.client.ChatConnection;
import chatlab.client.FirstLine;
import chatlab.client.LossReason;
import chatlab.client.Member;
import chatlab.client.Patience;
import chatlab.protocol.Chat1;
import chatlab.protocol.ClientLine;
import chatlab.protocol.Command;
import java.io.IOException;

/** Waits for the first line: a greeting of CHAT/1 or something else. After a while without one, lines go out raw. */
final class GreetingTalk implements Talk {
    private final Services services;
    private final ChatConnection connection;
    private final Patience patience;

    GreetingTalk(Services services, ChatConnection connection, Patience patience) {
        this.services = services;
        this.connection = connection;
        this.patience = patience;
    }

    @Override
    public Talk received(String line) throws IOException {
        FirstLine first = FirstLine.of(line);
        if (first.isGreeting()) {
            services.link().greeted();
            connection.send(introduction());
            patience.expectWelcome();
            return new RichTalk(services, connection, patience);
        } else if (services.member().wasIn()) {
            throw new IOException(first.complaint()); // the chat server may be there again later
        } else if (first.kind() == FirstLine.Kind.WEB) {
            throw new WrongServerException(first.complaint());
        }
        speakRaw();
        return new RawTalk(services.board()).received(line);
    }

    private String introduction() {
        Member member = services.member();
        return new ClientLine(new Command.Proto(Chat1.VERSION, member.name(), member.token())).print();
    }

    @Override
    public void silent() throws IOException {
        if (services.member().wasIn()) {
            throw new IOException(LossReason.silence());
        }
        services.board().tell("raw");
        services.board().show(); // before what was typed meanwhile goes out
        speakRaw();
    }

    private void speakRaw() {
        patience.expectNothing();
        services.link().speak(Uplink.Manner.RAW);
    }
}
