package chatlab.swing.testing;

import java.awt.AWTException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;

/**
 * Makes a robot wait until its keys and clicks have arrived; on a real display they pass through the display's server. By
 * itself the robot waits for a fixed time, which is mostly too long, and too short on a busy machine.
 */
final class PatientRobot {
    private final Robot robot;
    private final java.awt.Robot display;
    private final Runnable passed;

    private PatientRobot(Robot robot, java.awt.Robot display, Runnable passed) {
        this.robot = robot;
        this.display = display;
        this.passed = passed;
    }

    /** A robot that finds the windows opened from now on, and must be cleaned up before there can be another one. */
    static Robot create() {
        try {
            java.awt.Robot display = new java.awt.Robot();
            Runnable passed = Screen.isOff() ? new OffScreenInput()::awaitPassed : () -> {};
            PatientRobot patient = new PatientRobot(BasicRobot.robotWithNewAwtHierarchy(), display, passed);
            return (Robot) Proxy.newProxyInstance(
                    Robot.class.getClassLoader(),
                    new Class<?>[] {Robot.class},
                    (proxy, method, arguments) -> patient.call(method, arguments));
        } catch (AWTException e) {
            throw new AssertionError("the display takes no keys and clicks from a program", e);
        }
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        try {
            Object result = method.invoke(robot, arguments);
            if (method.getReturnType() == void.class) {
                passed.run();
                display.waitForIdle();
            }
            return result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
