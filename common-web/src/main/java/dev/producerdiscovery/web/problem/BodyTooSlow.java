package dev.producerdiscovery.web.problem;

import java.io.IOException;

/** The body had not arrived whole when its time was over. */
public final class BodyTooSlow extends IOException {

    private static final long serialVersionUID = 1L;
}
