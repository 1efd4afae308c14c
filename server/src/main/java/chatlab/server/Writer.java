package chatlab.server;

/** Writes to one client alone, for as long as it lives: takes all that waits in its outbox, writes it, waits for more. */
final class Writer implements Runnable {
    private final Connection client;
    private final Runnable beforeWriting;
    private final byte[] bag;

    /** {@code bag} is for the use of this writer only, from now on. */
    Writer(Connection client, Runnable beforeWriting, byte[] bag) {
        this.client = client;
        this.beforeWriting = beforeWriting;
        this.bag = bag;
    }

    @Override
    public void run() {
        try {
            client.setWriterState("waiting");
            while (client.awaitMail()) {
                int length = client.fill(bag);
                beforeWriting.run();
                client.setWriterState("writing");
                client.write(bag, length);
                client.setWriterState("waiting");
                Thread.yield(); // let those who talk put more in: one long write costs less than two short ones
            }
        } catch (InterruptedException e) {
            // the server ends
        }
    }
}
