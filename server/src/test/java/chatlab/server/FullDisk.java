package chatlab.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A disk with a certain room for the file: what does not fit is written in part, and then there is an error. */
public final class FullDisk extends FilterChannel {
    /** Bytes that still fit. */
    public int room = Integer.MAX_VALUE;

    /** Whether it is the memory that is full. */
    public boolean noMemory;

    public FullDisk(FileChannel file) {
        super(file);
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        if (room == 0 && noMemory) {
            throw new OutOfMemoryError("Cannot reserve direct buffer memory");
        } else if (room == 0) {
            throw new IOException("No space left on device");
        }
        int count = Math.min(room, source.remaining());
        int written = super.write(source.slice().limit(count), position);
        source.position(source.position() + written);
        room -= written;
        return written;
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        room += (int) (size() - size);
        return super.truncate(size);
    }
}
