/**
 * Shows one conversation in a text pane: {@link chatlab.swing.transcript.TranscriptView}.
 *
 * <p>{@code EntryFormat} turns entries into paragraphs of styled text, {@code ShownEntries} puts them into the document
 * and keeps it as short as the model's transcript, {@code ParagraphBox} draws them, {@code
 * SteadyViewport} keeps the reader's place. The document is plain: no text in it is ever taken for HTML.
 */
package chatlab.swing.transcript;
