/**
 * The student's terminal.
 *
 * <p>{@link chatlab.cli.ChatClient} shows it all on one screen: two threads, one that reads the keyboard and one that
 * reads the socket.
 *
 * <ul>
 *   <li>The keyboard's thread goes from {@code Outgoing} (what does this line mean?) to {@code Dispatch} (send it).
 *   <li>The socket's thread goes from {@code Conversation} (connections, one after another) to a {@code Talk} (what does
 *       this line mean? {@code GreetingTalk}, then {@code RawTalk} or {@code RichTalk}) and to the {@code Board} (show it).
 *   <li>What both of them use guards itself: {@code Link}, {@code Connection}, {@code SentItems}, {@code Names}, {@code
 *       Ending}, and the {@code Console}. Everything else belongs to one thread.
 * </ul>
 *
 * <p>How to find a server, connect to it and come back is in {@link chatlab.client}.
 */
package chatlab.cli;
