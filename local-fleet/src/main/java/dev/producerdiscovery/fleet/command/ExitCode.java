package dev.producerdiscovery.fleet.command;

/** What a script learns from the exit code of {@code ./fleet}; 2 is a wrong call, as everywhere. */
final class ExitCode {

    static final int SUCCESS = 0;
    static final int FAILED = 1;
    static final int NOT_FOUND = 3;
    static final int AMBIGUOUS = 4;
    static final int COMPLETE_WITH_FAILURES = 5;

    /** As the shell tells of programs that write to a pipe whose reader has gone. */
    static final int READER_GONE = 141;

    private ExitCode() {}
}
