package chatlab.protocol;

/** Numbers of CHAT/1: the digits 0 to 9 and nothing else. Java alone would also read signs and other digits. */
final class Numbers {
    private Numbers() {}

    /** A number from 0 to {@code max}. Throws NumberFormatException for everything else. */
    static long parse(String digits, long max) {
        boolean onlyDigits = digits.chars().allMatch(c -> c >= '0' && c <= '9');
        long number = onlyDigits ? Long.parseLong(digits) : -1;
        if (number < 0 || number > max) {
            throw new NumberFormatException(digits);
        }
        return number;
    }

    /** A port from 1 to 65535; 0 for everything else. */
    static int port(String digits) {
        try {
            return (int) parse(digits, 65535);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
