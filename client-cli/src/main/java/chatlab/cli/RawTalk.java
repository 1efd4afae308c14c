package chatlab.cli;

/** Shows the lines of a server that does not speak CHAT/1, as {@code nc} would. */
final class RawTalk implements Talk {
    private final Board board;

    RawTalk(Board board) {
        this.board = board;
    }

    @Override
    public Talk received(String line) {
        board.add(EventText.raw(line));
        return this;
    }

    @Override
    public void silent() {
        // such a server owes us nothing
    }
}
