/** What all windows of the client share: words, colours, and the one way in which text of strangers is shown. */
package chatlab.swing.ui;
