package dev.dateline.app.pipeline;

/** Follows a reading that may take long. */
public interface Course {
    /** One that goes on to the end and tells nobody. */
    Course UNWATCHED = (done, total) -> true;

    /**
     * Is told before each step.
     *
     * @param done records passed, of {@code total}; a record that is read twice counts twice
     * @return whether to go on
     */
    boolean goesOn(long done, long total) throws InterruptedException;
}
