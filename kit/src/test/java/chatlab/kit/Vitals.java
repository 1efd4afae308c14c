package chatlab.kit;

import com.sun.tools.attach.VirtualMachine;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * The state of another virtual machine of this user.
 *
 * @param heapBytes heap in use after a garbage collection
 * @param writers names of the threads that write to one client only
 * @param threads number of the other threads
 */
record Vitals(long heapBytes, List<String> writers, int threads) {

    /** Asks the process {@code pid}, and lets it collect its garbage. */
    static Vitals of(long pid) throws Exception {
        VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid));
        try (JMXConnector connector =
                JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()))) {
            MBeanServerConnection beans = connector.getMBeanServerConnection();
            MemoryMXBean memory = ManagementFactory.getPlatformMXBean(beans, MemoryMXBean.class);
            ThreadMXBean threads = ManagementFactory.getPlatformMXBean(beans, ThreadMXBean.class);
            memory.gc();
            long heapBytes = memory.getHeapMemoryUsage().getUsed();
            List<String> all = Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                    .filter(Objects::nonNull) // it has just ended
                    .map(ThreadInfo::getThreadName)
                    .toList();
            List<String> writers = all.stream()
                    .filter(name -> name.matches("client .* writer"))
                    .toList();
            return new Vitals(heapBytes, writers, all.size() - writers.size());
        } finally {
            machine.detach();
        }
    }
}
