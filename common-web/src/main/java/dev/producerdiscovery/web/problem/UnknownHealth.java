package dev.producerdiscovery.web.problem;

/**
 * Tells a question for the health of something that does not exist, two or more names deep. Spring Boot answers one name
 * with 404 and fails at more (HealthEndpointSupport.getContributor, seen in 4.1.1); a scanner's path is no defect of ours.
 */
final class UnknownHealth {

    private static final String WHERE = "org.springframework.boot.health.actuate.endpoint.HealthEndpointSupport";
    private static final int NEAR = 3;

    private UnknownHealth() {}

    static boolean caused(Exception failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        for (int i = 0; i < Math.min(NEAR, frames.length); i++) {
            if (frames[i].getClassName().equals(WHERE)) {
                return failure instanceof IllegalStateException;
            }
        }
        return false;
    }
}
