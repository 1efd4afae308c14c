package chatlab.tutorials.grading;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.StackWalker.StackFrame;
import java.util.HashSet;
import java.util.Set;

/**
 * The synchronized blocks of a method, read from its class file. The compiler gives each block a handler that gives the lock back
 * when an exception leaves the block, so two instructions are in the same block when they have such a handler in common.
 */
final class SynchronizedBlocks {
    private static final int MONITOR_EXIT = 0xc3;

    /** Of the instructions, by their opcodes; see "The Java Virtual Machine Instruction Set" in the specification. */
    private static final String LENGTHS = "1".repeat(16) + "23233" + "2".repeat(5) + "1".repeat(28) + "2".repeat(5)
            + "1".repeat(73) + "3" + "1".repeat(20) + "3".repeat(16) + "200" + "1".repeat(6) + "3".repeat(7) + "55323"
            + "113311" + "043355";

    private final byte[] code;
    private final int[][] handlers;

    private SynchronizedBlocks(byte[] code, int[][] handlers) {
        this.code = code;
        this.handlers = handlers;
    }

    static SynchronizedBlocks of(StackFrame frame) throws IOException {
        Class<?> type = frame.getDeclaringClass();
        String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream bytes = type.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IOException("no " + file);
            }
            return read(
                    new DataInputStream(new ByteArrayInputStream(bytes.readAllBytes())),
                    frame.getMethodName(),
                    frame.getDescriptor());
        }
    }

    /** The handlers of the blocks around this instruction. */
    Set<Integer> around(int instruction) {
        Set<Integer> around = new HashSet<>();
        for (int[] handler : handlers) {
            boolean catchesAll = handler[3] == 0;
            if (catchesAll && handler[0] <= instruction && instruction < handler[1] && givesLockBack(handler[2])) {
                around.add(handler[2]);
            }
        }
        return around;
    }

    /** It begins with: keep the exception in a variable, load the object from another one, and give back its lock. */
    private boolean givesLockBack(int handler) {
        int load = handler + ((code[handler] & 0xff) == 0x3a ? 2 : 1);
        int exit = load + ((code[load] & 0xff) == 0x19 ? 2 : 1);
        return (code[exit] & 0xff) == MONITOR_EXIT;
    }

    /** Whether a loop comes back to this instruction within the block of this handler. */
    boolean isInLoop(int instruction, int block) {
        int from = code.length;
        int to = 0;
        for (int[] handler : handlers) {
            if (handler[2] == block) {
                from = Math.min(from, handler[0]);
                to = Math.max(to, handler[1]);
            }
        }
        return isInLoop(instruction, from, to);
    }

    /** Whether a loop comes back to this instruction within the method. */
    boolean isInLoop(int instruction) {
        return isInLoop(instruction, 0, code.length);
    }

    /** A loop is a jump backwards, from behind the instruction to a place before it. */
    private boolean isInLoop(int instruction, int from, int to) {
        for (int i = 0; i < to; i += length(i)) {
            int opcode = code[i] & 0xff;
            boolean jumps = opcode >= 153 && opcode <= 167 || opcode == 198 || opcode == 199;
            int target = jumps ? i + (short) number(i + 1, 2) : opcode == 200 ? i + number(i + 1, 4) : i;
            if (i > instruction && target <= instruction && target >= from && target < i) {
                return true;
            }
        }
        return false;
    }

    private int number(int at, int bytes) {
        int number = 0;
        for (int i = at; i < at + bytes; i++) {
            number = number << 8 | code[i] & 0xff;
        }
        return number;
    }

    /** Of the instruction with its operands. */
    private int length(int at) {
        int opcode = code[at] & 0xff;
        int aligned = at + 4 - at % 4;
        switch (opcode) {
            case 170: // tableswitch
                return aligned + 12 + 4 * (number(aligned + 8, 4) - number(aligned + 4, 4) + 1) - at;
            case 171: // lookupswitch
                return aligned + 8 + 8 * number(aligned + 4, 4) - at;
            case 196: // wide
                return (code[at + 1] & 0xff) == 132 ? 6 : 4;
            default:
                return LENGTHS.charAt(opcode) - '0';
        }
    }

    /** See "The class File Format" in the Java Virtual Machine Specification. */
    private static SynchronizedBlocks read(DataInputStream in, String method, String descriptor) throws IOException {
        in.skipBytes(8); // magic number and version
        String[] names = constants(in);
        in.skipBytes(6); // modifiers, this class, its superclass
        in.skipBytes(2 * in.readUnsignedShort()); // interfaces
        for (int i = in.readUnsignedShort(); i > 0; i--) { // fields
            in.skipBytes(6);
            skipAttributes(in);
        }
        for (int i = in.readUnsignedShort(); i > 0; i--) {
            in.skipBytes(2);
            String name = names[in.readUnsignedShort()];
            boolean wanted = names[in.readUnsignedShort()].equals(descriptor) && name.equals(method);
            for (int j = in.readUnsignedShort(); j > 0; j--) {
                boolean isCode = names[in.readUnsignedShort()].equals("Code");
                int length = in.readInt();
                if (wanted && isCode) {
                    return code(in);
                }
                in.skipBytes(length);
            }
        }
        throw new IOException("no code of " + method);
    }

    private static SynchronizedBlocks code(DataInputStream in) throws IOException {
        in.skipBytes(4); // the sizes of the stack and of the variables
        byte[] code = new byte[in.readInt()];
        in.readFully(code);
        int[][] handlers = new int[in.readUnsignedShort()][4];
        for (int[] handler : handlers) {
            for (int i = 0; i < 4; i++) {
                handler[i] = in.readUnsignedShort(); // from, to, handler, type
            }
        }
        return new SynchronizedBlocks(code, handlers);
    }

    private static String[] constants(DataInputStream in) throws IOException {
        String[] names = new String[in.readUnsignedShort()];
        for (int i = 1; i < names.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1:
                    names[i] = in.readUTF();
                    break;
                case 5:
                case 6: // long and double take two places
                    in.skipBytes(8);
                    i++;
                    break;
                case 7:
                case 8:
                case 16:
                case 19:
                case 20:
                    in.skipBytes(2);
                    break;
                case 15:
                    in.skipBytes(3);
                    break;
                default:
                    in.skipBytes(4);
            }
        }
        return names;
    }

    private static void skipAttributes(DataInputStream in) throws IOException {
        for (int i = in.readUnsignedShort(); i > 0; i--) {
            in.skipBytes(2);
            in.skipBytes(in.readInt());
        }
    }
}
