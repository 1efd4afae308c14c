package chatlab.tutorials.grading;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;

/** A connected socket without a network: its streams lead to three methods, its address is made up, its options do nothing. */
abstract class SocketInMemory extends Socket {
    /** As {@link InputStream#read(byte[], int, int)}. */
    abstract int read(byte[] into, int offset, int length) throws IOException;

    /** As {@link OutputStream#write(byte[], int, int)}. */
    abstract void write(byte[] bytes, int offset, int length) throws IOException;

    /** As {@link InputStream#available()}. */
    abstract int available();

    @Override
    public InputStream getInputStream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return SocketInMemory.this.read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return SocketInMemory.this.read(into, offset, length);
            }

            @Override
            public int available() {
                return SocketInMemory.this.available();
            }

            @Override
            public void close() throws IOException {
                SocketInMemory.this.close();
            }
        };
    }

    @Override
    public OutputStream getOutputStream() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                SocketInMemory.this.write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                SocketInMemory.this.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                SocketInMemory.this.close();
            }
        };
    }

    /** As with a real one: true for ever. */
    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public boolean isBound() {
        return true;
    }

    @Override
    public InetAddress getInetAddress() {
        return InetAddress.getLoopbackAddress();
    }

    @Override
    public int getPort() {
        return 50_000;
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return new InetSocketAddress(getInetAddress(), getPort());
    }

    @Override
    public void setTcpNoDelay(boolean on) {}

    /** No read comes to its time-out here. */
    @Override
    public void setSoTimeout(int timeout) {}

    @Override
    public void setKeepAlive(boolean on) {}

    @Override
    public void setSoLinger(boolean on, int seconds) {}
}
