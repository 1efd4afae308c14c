package chatlab.tutorials.weave;

import java.util.List;
import java.util.Optional;

/**
 * A mark in a page, with the block of code that follows it.
 *
 * @param kind what it is: {@code code}, {@code transcript}, ...
 * @param argument what stands after that
 * @param line where the mark stands, from 1
 * @param block what it stands above, if that is a block
 */
record Mark(String kind, String argument, int line, Optional<Block> block) {
    /**
     * A fenced block.
     *
     * @param language the word after the fence, or nothing
     * @param first where its first line stands, from 1
     * @param indent what stands before the fence
     * @param lines without that
     */
    record Block(String language, int first, String indent, List<String> lines) {}
}
