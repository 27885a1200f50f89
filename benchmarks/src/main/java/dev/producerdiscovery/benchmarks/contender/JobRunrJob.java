package dev.producerdiscovery.benchmarks.contender;

import java.util.function.IntConsumer;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;

/** A job as JobRunr wants it, which calls handlers by reflection: all of it must be public. */
public record JobRunrJob(int number, String body) implements JobRequest {

    @Override
    public Class<Handler> getJobRequestHandler() {
        return Handler.class;
    }

    /** Passes the number on. */
    public record Handler(IntConsumer work) implements JobRequestHandler<JobRunrJob> {

        @Override
        public void run(JobRunrJob job) {
            work.accept(job.number());
        }
    }
}
