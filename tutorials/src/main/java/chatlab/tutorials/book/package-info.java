/** The course as a book: a site of plain files, which asks nobody on any network for anything. */
package chatlab.tutorials.book;
