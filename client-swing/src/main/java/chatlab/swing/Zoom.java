package chatlab.swing;

/** The sizes of everything in the window, in percent of the desktop's size. */
final class Zoom {
    static final int MIN = 50;
    static final int NORMAL = 100;
    static final int MAX = 300;

    private static final int[] STEPS = {MIN, 60, 70, 80, 90, NORMAL, 110, 125, 150, 175, 200, 250, MAX};

    private Zoom() {}

    /** The next larger size, or the same where there is none. */
    static int larger(int percent) {
        for (int step : STEPS) {
            if (step > percent) {
                return step;
            }
        }
        return percent;
    }

    /** The next smaller size, or the same where there is none. */
    static int smaller(int percent) {
        for (int i = STEPS.length - 1; i >= 0; i--) {
            if (STEPS[i] < percent) {
                return STEPS[i];
            }
        }
        return percent;
    }

    static boolean isPossible(int percent) {
        return percent >= MIN && percent <= MAX;
    }
}
