package chatlab.server;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.Discovery;
import chatlab.protocol.Event;
import chatlab.protocol.PlainRenderer;
import chatlab.server.chat.Hall;
import chatlab.server.chat.KeyAlarm;
import chatlab.server.chat.Moderation;
import chatlab.server.chat.Naming;
import chatlab.server.chat.Publisher;
import chatlab.server.chat.Rooms;
import chatlab.server.classroom.Classroom;
import chatlab.server.classroom.Corrections;
import chatlab.server.delivery.Connection;
import chatlab.server.delivery.Delivery;
import chatlab.server.limits.ConnectionLimit;
import chatlab.server.limits.IdleWatch;
import chatlab.server.limits.WrongKeys;
import chatlab.server.log.Console;
import chatlab.server.log.EventLog;
import chatlab.server.log.PipeScreen;
import chatlab.server.log.Screen;
import chatlab.server.log.TranscriptFile;
import chatlab.server.net.Acceptor;
import chatlab.server.net.DiscoveryResponder;
import chatlab.server.net.Listening;
import chatlab.server.net.Reception;
import chatlab.server.session.Shared;
import chatlab.server.support.CannotStartException;
import chatlab.server.support.Scheduler;
import chatlab.server.support.Settings;
import chatlab.server.support.ThreadReport;
import chatlab.server.support.Threads;
import chatlab.server.web.LabPage;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine;

/** A chat server: puts its parts together, starts them, and ends them. Safe for use by several threads. */
public final class ChatServer implements AutoCloseable {
    private final Settings settings;
    private final ServerSocket socket;
    private final TranscriptFile file;
    private final Console console;
    private final Threads threads;
    private final Scheduler scheduler;
    private final Delivery delivery;
    private final LabPage page;
    private final Shared services;
    private final Reception reception;
    private final Acceptor acceptor;
    private final Thread accepting;
    private final DiscoveryResponder discovery;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);

    private ChatServer(Settings settings, ServerSocket socket, TranscriptFile file, Console console)
            throws CannotStartException {
        this.settings = settings;
        this.socket = socket;
        this.file = file;
        this.console = console;
        this.scheduler = new Scheduler(console::note);
        this.threads = new Threads(settings.threads(), console::note);
        PlainRenderer plain = new PlainRenderer(ZoneId.systemDefault());
        EventLog eventLog = new EventLog(file.transcript(), console);
        Runnable flush = file.transcript() == null ? () -> {} : file.transcript()::flush;
        this.delivery = Delivery.of(settings.delivery(), threads, flush, console::note);
        Hall hall = new Hall(settings, new Rooms(settings, file.messageRun()), plain, delivery, eventLog, scheduler);
        Publisher publisher = new Publisher(hall, eventLog, file.messageRun().lastId());
        Naming naming = new Naming(hall, eventLog);
        Moderation moderation = new Moderation(hall, publisher, eventLog, System::nanoTime);
        this.page = LabPage.open(settings, socket, threads, console::note, new WallReport(this::services));
        this.services = new Shared(
                settings,
                file.messageRun(),
                hall,
                naming,
                publisher,
                moderation,
                new Corrections(hall, publisher, moderation, naming, eventLog),
                Classroom.around(
                        hall, eventLog, scheduler, settings::limits, file.resumed() ? settings.keepMillis() : 0),
                new KeyAlarm(hall, eventLog, settings, scheduler),
                new ConnectionLimit(settings),
                new WrongKeys(settings.keyMillis()),
                new IdleWatch(settings),
                eventLog,
                scheduler,
                this::threads,
                this::connections,
                page.port());
        this.reception = new Reception(services, delivery, plain, threads);
        this.acceptor = new Acceptor(socket, reception::admit, console);
        this.accepting = threads.unstarted("accept", acceptor);
        this.discovery = settings.discovery().isOn()
                ? DiscoveryResponder.open(settings.discoveryPort(), address(), this::answer, console::note)
                : null;
    }

    /**
     * Starts a server with the arguments of the command line, but without a screen and a keyboard. Port 0 is any free port.
     *
     * @throws CannotStartException for a wrong argument, or a port or a transcript that cannot be had
     */
    public static ChatServer start(String... arguments) throws CannotStartException {
        Settings settings = new Settings();
        try {
            new CommandLine(settings).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
        } catch (CommandLine.ParameterException e) {
            throw new CannotStartException(e.getMessage());
        }
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        return start(settings, new PipeScreen(InputStream.nullInputStream(), nowhere));
    }

    static ChatServer start(Settings settings, Screen screen) throws CannotStartException {
        settings.check();
        ServerSocket socket = Listening.open(settings.listenOn());
        Console console = Console.start(screen, ZoneId.systemDefault(), settings.lastWordsMillis());
        try {
            TranscriptFile file = TranscriptFile.open(settings, console::note);
            ChatServer server = new ChatServer(settings, socket, file, console);
            server.startThreads();
            return server;
        } catch (CannotStartException e) {
            console.close();
            Listening.close(socket);
            throw e;
        }
    }

    private void startThreads() {
        scheduler.every(services.idleWatch().periodMillis(), services.idleWatch()::look);
        delivery.start();
        page.start(scheduler);
        accepting.start();
        if (discovery != null) {
            threads.start("discovery", discovery);
        }
    }

    /** The TCP port that clients connect to. */
    public int port() {
        return socket.getLocalPort();
    }

    /** The address that it listens on. */
    InetAddress address() {
        return socket.getInetAddress();
    }

    /**
     * Says goodbye to all clients, waits two seconds at most until they have read it, and ends. An interrupt of the calling
     * thread changes none of this.
     */
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            awaitClosed();
            return;
        }
        // an interrupted thread cannot wait, and its write to the transcript would close the file
        boolean interrupted = Thread.interrupted();
        try {
            interrupted |= end();
        } finally {
            closed.countDown();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Returns whether the calling thread was interrupted meanwhile. */
    private boolean end() {
        acceptor.close();
        awaitAcceptorEnded();
        if (discovery != null) {
            discovery.close();
        }
        page.close();
        sayGoodbye();
        awaitConnectionsClosed();
        scheduler.close();
        delivery.close();
        boolean interrupted = Thread.interrupted();
        file.close(console::note);
        console.close();
        return interrupted;
    }

    /** Whether {@link #close} has done all its work. */
    boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Waits until the server has ended. */
    public void awaitClosed() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Shared services() {
        return services;
    }

    Reception reception() {
        return reception;
    }

    Console console() {
        return console;
    }

    TranscriptFile file() {
        return file;
    }

    LabPage page() {
        return page;
    }

    boolean isFound() {
        return discovery != null;
    }

    private List<Connection> connections() {
        return List.copyOf(reception.connections());
    }

    private List<ThreadReport> threads() {
        List<ThreadReport> reports = new ArrayList<>(List.of(acceptor.thread()));
        reports.addAll(delivery.threads());
        if (discovery != null) {
            reports.add(discovery.thread());
        }
        if (page.isOpen()) {
            reports.add(page.thread());
        }
        return reports;
    }

    /** In one step, so that nothing happens in the hall after BYE. */
    private void sayGoodbye() {
        services.hall().inOrder(() -> {
            services.hall().close();
            connections().forEach(client -> client.goodbye(new Event.Bye("", "shutdown", WORDS.get("bye.shutdown"))));
        });
    }

    /** Or a client could come in after goodbye was said to all. */
    private void awaitAcceptorEnded() {
        try {
            accepting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitConnectionsClosed() {
        try {
            long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(settings.lastWordsMillis());
            for (Connection connection : connections()) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                connection.pause(Math.max(0, left));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        reception.close();
    }

    private Discovery.Answer answer(Discovery.Question question) {
        int[] people = new int[1];
        services.hall().inOrder(() -> people[0] = services.hall().rooms().countPeople());
        return new Discovery.Answer(
                question.nonce(), port(), file.messageRun().name(), people[0], services.webPort(), settings.title());
    }
}
