package chatlab.server.report;

/** A file cannot be read or written. The message is for people. */
final class CannotReportException extends Exception {
    private static final long serialVersionUID = 1;

    CannotReportException(String message) {
        super(message);
    }
}
