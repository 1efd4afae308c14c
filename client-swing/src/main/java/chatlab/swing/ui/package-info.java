/** Shared by all windows of the client: colours, text fields, tables, and the protection against HTML in texts. */
package chatlab.swing.ui;
