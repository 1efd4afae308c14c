package chatlab.kit;

import com.sun.tools.attach.VirtualMachine;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * How another virtual machine of this user is.
 *
 * @param heapBytes what is still in use after a garbage collection
 * @param threads that live
 */
record Vitals(long heapBytes, int threads) {

    /** Asks the process {@code pid}, and lets it collect its garbage. */
    static Vitals of(long pid) throws Exception {
        VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid));
        try (JMXConnector connector =
                JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()))) {
            MBeanServerConnection beans = connector.getMBeanServerConnection();
            MemoryMXBean memory = ManagementFactory.getPlatformMXBean(beans, MemoryMXBean.class);
            ThreadMXBean threads = ManagementFactory.getPlatformMXBean(beans, ThreadMXBean.class);
            memory.gc();
            return new Vitals(memory.getHeapMemoryUsage().getUsed(), threads.getThreadCount());
        } finally {
            machine.detach();
        }
    }
}
