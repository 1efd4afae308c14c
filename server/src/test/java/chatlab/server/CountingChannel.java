package chatlab.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Counts how much is read of a file. */
public final class CountingChannel extends FilterChannel {
    public long bytesRead;

    public CountingChannel(FileChannel file) {
        super(file);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        int count = super.read(target, position);
        bytesRead += Math.max(0, count);
        return count;
    }
}
