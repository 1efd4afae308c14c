/**
 * The student's terminal.
 *
 * <p>{@link chatlab.cli.ChatClient} runs two threads: one reads the keyboard, the other one the socket.
 *
 * <ul>
 *   <li>The keyboard's thread goes from {@code TypedLines} (what does this line mean?) to {@code Dispatch} (send it).
 *   <li>The socket's thread goes from {@code ConnectionLoop} (connections, one after another) to a {@code Talk} (what does
 *       this line mean? {@code GreetingTalk}, then {@code RawTalk} or {@code RichTalk}) and to the {@code Board} (show it).
 *   <li>What both of them use guards itself: {@code Uplink}, {@code ChatConnection}, {@code SentItems}, {@code Names}, {@code
 *       Ending}, and the {@code UserConsole}. Everything else belongs to one thread.
 * </ul>
 *
 * <p>How to find a server, connect to it and come back is in {@link chatlab.client}.
 */
package chatlab.cli;
