import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Collections;

/** Says why there is no way to a chat server, or that there is one. Without arguments: the addresses of this machine. */
public class NetCheck {
    private static final int CONNECT_MILLIS = 3_000;
    private static final int GREETING_MILLIS = 2_000;

    public static void main(String[] args) throws IOException {
        if (args.length < 2) {
            listAddresses();
        } else {
            check(args[0], Integer.parseInt(args[1]));
        }
    }

    // begin addresses
    private static void listAddresses() throws SocketException {
        System.out.println("The addresses of this machine:");
        for (NetworkInterface card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(card.getInetAddresses())) {
                String name = card.getDisplayName();
                System.out.println("  " + address.getHostAddress() + " (" + name + ") is " + kind(address));
            }
        }
    }
    // end addresses

    // begin kind
    private static String kind(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return "loopback, only programs on the same machine get there";
        } else if (address.isLinkLocalAddress()) {
            return "link-local, good for the same cable or Wi-Fi only";
        } else if (isPrivate(address)) {
            return "private, good within one network";
        }
        return "public, or at least not private";
    }

    private static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean version6 = bytes.length == 16;
        return address.isSiteLocalAddress() || version6 && (bytes[0] & 0xfe) == 0xfc;
    }
    // end kind

    // begin check
    private static void check(String host, int port) throws IOException {
        InetAddress address;
        try {
            address = InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            System.out.println("UNKNOWN HOST. There is no machine called " + host + ". Is it spelt right?");
            return;
        }
        System.out.println(address.getHostAddress() + " is " + kind(address) + ".");
        try (Socket socket = new Socket()) {
            if (connect(socket, new InetSocketAddress(address, port))) {
                judge(greeting(socket));
            }
        }
    }
    // end check

    // begin connect
    private static boolean connect(Socket socket, InetSocketAddress server) {
        try {
            socket.connect(server, CONNECT_MILLIS);
            return true;
        } catch (SocketTimeoutException e) {
            System.out.println("NO ANSWER. A firewall keeps silent, or no machine has this address.");
        } catch (ConnectException e) {
            System.out.println("REFUSED. The machine is there, but no program listens at that port.");
        } catch (IOException e) {
            System.out.println("NO WAY to that machine: " + e.getMessage());
        }
        return false;
    }
    // end connect

    // begin greeting
    /** The first line that the server sends by itself, or null if it sends none. */
    private static String greeting(Socket socket) throws IOException {
        socket.setSoTimeout(GREETING_MILLIS);
        InputStreamReader text = new InputStreamReader(socket.getInputStream(), UTF_8);
        BufferedReader in = new BufferedReader(text);
        try {
            return in.readLine();
        } catch (IOException e) {
            return null;
        }
    }

    private static void judge(String greeting) {
        if (greeting == null) {
            System.out.println("NO GREETING. A program listens there, and does not greet.");
        } else if (greeting.startsWith("* CHAT/1 ")) {
            System.out.println("FINE. A chat server greets: " + greeting);
        } else {
            System.out.println("ANOTHER SERVICE. It greets with: " + greeting);
        }
    }
    // end greeting
}
