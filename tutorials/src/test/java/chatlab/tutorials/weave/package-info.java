/**
 * What keeps the course true: code blocks filled from sources, transcripts that are run again, and exercises whose answers
 * are judged as they should be. Used by the build, and by hand through {@link chatlab.tutorials.weave.Maintain}.
 */
package chatlab.tutorials.weave;
